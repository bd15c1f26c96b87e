/// What a file is, told by its content.
public enum DocumentFormat: String, Sendable, Hashable, CaseIterable {
  case plainText = "text"
  case html
  case docx
  case odt
  case doc
  case rtf
  case pdf
  case xlsx
  case ods
  case csv
  case zip
  case tar
  case gzip
}
