import CWorker

/// Notes the rule at work, for the error record of a document that ends its worker process.
enum RuleNote {
  static func enter(_ rule: String) {
    guard copydesk_takes_notes() != 0 else { return }
    var rule = rule
    // The bytes are copied during the call.
    rule.withUTF8 { bytes in
      if let start = bytes.baseAddress { copydesk_note_rule(start, bytes.count) }
    }
  }
}
