/// What pages of offices and newspapers put around a text, as a table: what it is, TAB, the phrases.
///
/// Lower case, without punctuation at the ends. The kinds:
/// - `piece`: a button, a switch or a word about the page, anywhere in a line of such
/// - `home`: the first step of a path through the site
/// - `count`: what is counted, beside a number
/// - `phone`: what a number to call stands behind
/// - `when`: what the page's date stands behind or is made of
/// - `start`: what a line begins with that says something about the page alone
/// - `list`: the heading of a list of links to other pages
/// - `class`: names that the markup gives to such parts (`class`, `id`), not for people
let chromePhrases = """
  piece	skip to main content | skip to content | bỏ qua nội dung chính | chuyển đến nội dung chính
  piece	chế độ ban đêm | chế độ đọc | đọc nội dung | đọc bài viết | nghe đọc bài | in trang | in bài viết | bản in | xuất pdf | tải về
  piece	-a | a+ | +a | a- | a | aa | cỡ chữ | tăng cỡ chữ | giảm cỡ chữ | tương phản | màu chữ
  piece	chia sẻ | chia sẻ bài viết | chia sẻ lên facebook | gửi email | gửi bài viết | gửi phản hồi | lưu bài viết | facebook | twitter | zalo | youtube | email | print | share | sao chép liên kết
  piece	đăng nhập | đăng ký | đăng xuất | tìm kiếm | sơ đồ trang | sơ đồ cổng | rss | hỏi đáp | góp ý | giới thiệu | liên hệ | english | tiếng việt | menu
  piece	quay lại | về đầu trang | lên đầu trang | trang trước | trang sau | bài trước | bài sau | xem tất cả | xem thêm | đọc tiếp | chi tiết
  piece	theo dõi | thích | bình luận | ý kiến bạn đọc | gửi bình luận | đánh giá | bình chọn | tổng số điểm của bài viết là | số lượt truy cập | đang truy cập | hôm nay | tháng hiện tại | tổng lượt truy cập
  home	trang chủ | trang nhất | home
  count	lượt xem | lượt đọc | lượt truy cập | số lần xem | số lượt xem | số lần đọc | lượt thích | bình luận | views | phản hồi | đánh giá
  phone	hotline | đường dây nóng
  when	thứ hai | thứ ba | thứ tư | thứ năm | thứ sáu | thứ bảy | thứ 2 | thứ 3 | thứ 4 | thứ 5 | thứ 6 | thứ 7 | chủ nhật
  when	cập nhật | cập nhật lúc | cập nhật ngày | ngày cập nhật | ngày đăng | đăng ngày | đăng lúc | ngày xuất bản | published | updated | lúc | gmt | am | pm | sa | ch
  start	từ khóa | từ khoá | tags | tag | chuyên mục | copyright | © | bản quyền | ® | ghi rõ nguồn | đơn vị thiết kế | thiết kế bởi | phát triển bởi | chịu trách nhiệm nội dung | giấy phép số | giấy phép thiết lập
  list	tin liên quan | bài liên quan | bài viết liên quan | tin bài liên quan | các tin liên quan | tin cùng chuyên mục | cùng chuyên mục | tin khác | các tin khác | các tin đã đưa | tin đã đưa | tin mới | tin mới nhất | tin nổi bật | xem nhiều | đọc nhiều | tin xem nhiều | có thể bạn quan tâm
  class	breadcrumb | breadcrumbs | navbar | nav | navigation | menu | mainmenu | main-menu | submenu | topmenu | sidebar | side-bar | footer | pagination | pager | social | social-share | share | sharing | toolbar | tools | related | related-news | related-posts | tinlienquan | tin-lien-quan | tags | comments | comment-form | search | search-box | banner | advertisement | ads | cookie | popup | modal | skip-link | sr-only | visually-hidden | hidden | d-none | element-invisible | no-print
  """
