@_exported public import Evaluation
@_exported public import Extraction
@_exported public import Observations
@_exported public import Quantities
@_exported public import RuleLanguage
@_exported public import TextModel
@_exported public import VietnameseText
@_exported public import Writers
