import CWorker

/// Notes the rule at work, for the error record of a document that ends its process: one store, of the address of a constant.
enum RuleNote {
  static func enter(_ rule: StaticString) { copydesk_note_rule(rule.utf8Start) }
}
