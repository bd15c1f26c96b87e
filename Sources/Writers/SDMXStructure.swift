internal import Observations

/// What the columns of ``SDMXWriter`` mean, as SDMX-ML 2.1: the dataflow, its data structure definition, concepts and
/// code lists, named in Vietnamese and English.
public struct SDMXStructure: Sendable {
  /// One indicator of the code list.
  public struct Indicator: Sendable {
    public var code: String
    /// The code above it, or empty.
    public var broader: String

    public init(code: String, broader: String) {
      self.code = code
      self.broader = broader
    }
  }

  static let agency = "SOLIEU"
  static let version = "1.0"
  static let id = "FIGURES"
  static let dataflow = "\(agency):\(id)(\(version))"

  private let vietnamese: Labels
  private let english: Labels
  private let indicators: [Indicator]

  public init(labels: Labels, indicators: [Indicator]) {
    vietnamese = labels.speaking(.vietnamese)
    english = labels.speaking(.english)
    self.indicators = indicators
  }

  /// The message.
  public var bytes: [UInt8] {
    var xml = XMLText()
    xml.line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
    let schemas = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1"
    let names = [("mes", "message"), ("str", "structure"), ("com", "common")]
      .map { "xmlns:\($0)=\"\(schemas)/\($1)\"" }.joined(separator: " ")
    xml.element("mes:Structure \(names)") { xml in
      xml.element("mes:Header") { xml in
        xml.line("<mes:ID>\(Self.id)</mes:ID>")
        xml.line("<mes:Test>false</mes:Test>")
        // Of the version, not of the file: the same catalogue gives the same bytes.
        xml.line("<mes:Prepared>2025-01-01T00:00:00</mes:Prepared>")
        xml.line("<mes:Sender id=\"\(Self.agency)\"/>")
      }
      xml.element("mes:Structures") { xml in
        appendDataflow(to: &xml)
        xml.element("str:Codelists") { xml in
          for component in SDMXComponent.allCases { appendCodes(of: component, to: &xml) }
        }
        appendConcepts(to: &xml)
        appendComponents(to: &xml)
      }
    }
    return Array(xml.text.utf8)
  }

  private func appendDataflow(to xml: inout XMLText) {
    xml.element("str:Dataflows") { xml in
      xml.element("str:Dataflow \(Self.identity(Self.id))") { xml in
        appendNames(.sdmx, "DATA", to: &xml)
        xml.element("str:Structure") { xml in
          xml.line(Self.reference(Self.id, "datastructure", "DataStructure"))
        }
      }
    }
  }

  private func appendCodes(of component: SDMXComponent, to xml: inout XMLText) {
    guard let codes = component.codes else { return }
    xml.element("str:Codelist \(Self.identity("CL_\(component.rawValue)"))") { xml in
      appendNames(.sdmx, component.rawValue, to: &xml)
      for code in codes {
        xml.element("str:Code id=\"\(code.id)\"") { appendNames(code.kind, code.label, to: &$0) }
      }
      guard component == .indicator else { return }
      for indicator in indicators { append(indicator, to: &xml) }
    }
  }

  private func append(_ indicator: Indicator, to xml: inout XMLText) {
    xml.element("str:Code id=\"\(SDMXComponent.code(ofIndicator: indicator.code))\"") { xml in
      appendNames(
        english.name(ofIndicator: indicator.code), vietnamese.name(ofIndicator: indicator.code),
        to: &xml)
      guard !indicator.broader.isEmpty else { return }
      let broader = SDMXComponent.code(ofIndicator: indicator.broader)
      xml.line("<str:Parent><Ref id=\"\(broader)\"/></str:Parent>")
    }
  }

  private func appendConcepts(to xml: inout XMLText) {
    xml.element("str:Concepts") { xml in
      xml.element("str:ConceptScheme \(Self.identity("CS_\(Self.id)"))") { xml in
        appendNames(.sdmx, "DATA", to: &xml)
        for component in SDMXComponent.allCases {
          xml.element("str:Concept id=\"\(component.rawValue)\"") { xml in
            appendNames(.sdmx, component.rawValue, to: &xml)
          }
        }
      }
    }
  }

  private func appendComponents(to xml: inout XMLText) {
    xml.element("str:DataStructures") { xml in
      xml.element("str:DataStructure \(Self.identity(Self.id))") { xml in
        appendNames(.sdmx, "DATA", to: &xml)
        xml.element("str:DataStructureComponents") { xml in
          xml.element("str:DimensionList id=\"DimensionDescriptor\"") { xml in
            for (index, component) in SDMXComponent.allCases.enumerated() {
              switch component.role {
              case .dimension:
                append(component, "Dimension", " position=\"\(index + 1)\"", to: &xml)
              case .time: append(component, "TimeDimension", " position=\"\(index + 1)\"", to: &xml)
              case .measure, .attribute: break
              }
            }
          }
          xml.element("str:AttributeList id=\"AttributeDescriptor\"") { xml in
            for component in SDMXComponent.allCases {
              guard case .attribute(let isMandatory) = component.role else { continue }
              let status = isMandatory ? "Mandatory" : "Conditional"
              append(component, "Attribute", " assignmentStatus=\"\(status)\"", to: &xml)
            }
          }
          xml.element("str:MeasureList id=\"MeasureDescriptor\"") { xml in
            append(.value, "PrimaryMeasure", "", to: &xml)
          }
        }
      }
    }
  }

  private func append(
    _ component: SDMXComponent, _ element: String, _ attributes: String, to xml: inout XMLText
  ) {
    xml.element("str:\(element) id=\"\(component.rawValue)\"\(attributes)") { xml in
      xml.element("str:ConceptIdentity") { xml in
        xml.line(
          "<Ref id=\"\(component.rawValue)\" maintainableParentID=\"CS_\(Self.id)\" "
            + "maintainableParentVersion=\"\(Self.version)\" agencyID=\"\(Self.agency)\" "
            + "package=\"conceptscheme\" class=\"Concept\"/>")
      }
      xml.element("str:LocalRepresentation") { xml in
        guard component.codes != nil else {
          xml.line("<str:TextFormat textType=\"\(component.textType)\"/>")
          return
        }
        xml.element("str:Enumeration") { xml in
          xml.line(Self.reference("CL_\(component.rawValue)", "codelist", "Codelist"))
        }
      }
      guard case .attribute = component.role else { return }
      xml.element("str:AttributeRelationship") { xml in
        xml.line("<str:PrimaryMeasure><Ref id=\"OBS_VALUE\"/></str:PrimaryMeasure>")
      }
    }
  }

  private func appendNames(_ kind: Labels.Kind, _ code: String, to xml: inout XMLText) {
    appendNames(english[kind, code], vietnamese[kind, code], to: &xml)
  }

  private func appendNames(_ english: String, _ vietnamese: String, to xml: inout XMLText) {
    xml.line("<com:Name xml:lang=\"en\">\(XMLText.escaped(english))</com:Name>")
    xml.line("<com:Name xml:lang=\"vi\">\(XMLText.escaped(vietnamese))</com:Name>")
  }

  private static func identity(_ id: String) -> String {
    "id=\"\(id)\" agencyID=\"\(agency)\" version=\"\(version)\" isFinal=\"true\""
  }

  private static func reference(_ id: String, _ package: String, _ kind: String) -> String {
    "<Ref id=\"\(id)\" version=\"\(version)\" agencyID=\"\(agency)\" package=\"\(package)\" class=\"\(kind)\"/>"
  }
}
