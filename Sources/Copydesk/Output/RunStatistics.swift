import CopydeskFacts
import Glibc

/// What a run took, for people and for files.
package struct RunStatistics: Sendable {
  /// What became of it.
  package let report: RunReport
  /// Seconds by the clock on the wall.
  package let seconds: Double
  /// Seconds of processor time, user and system.
  package let processorSeconds: Double
  /// The most memory that was held, in bytes.
  package let peakMemory: Int
  /// The bytes that were read, packed as they are.
  package let bytesRead: Int

  /// The statistics of this process so far.
  /// - Parameter workerMemory: what worker processes, which have ended, had of their own, in bytes.
  package init(_ report: RunReport, seconds: Double, bytesRead: Int, workerMemory: Int = 0) {
    (self.report, self.seconds, self.bytesRead) = (report, seconds, bytesRead)
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    var children = rusage()
    getrusage(__rusage_who_t(RUSAGE_CHILDREN.rawValue), &children)
    let times = [usage.ru_utime, usage.ru_stime, children.ru_utime, children.ru_stime]
    processorSeconds = times.reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6 }
    peakMemory = usage.ru_maxrss << 10 + workerMemory
  }

  private func rate(_ count: Int) -> Double { seconds > 0 ? Double(count) / seconds : 0 }

  /// As JSON.
  package var json: [UInt8] {
    var json = JSONBuffer()
    json.beginObject()
    json.key("schema")
    json.string("copydesk-stats/1")
    report.counts.write(to: &json)
    json.key("skipped")
    json.counts(report.skipped, name: "what")
    json.key("damaged")
    json.integer(report.findings.noteCount)
    json.key("problems")
    json.strings(report.problems)
    json.key("read_bytes")
    json.integer(bytesRead)
    let numbers = [
      ("seconds", seconds), ("cpu_seconds", processorSeconds),
      ("documents_per_second", rate(report.documents)), ("read_megabytes_per_second", rate(bytesRead) / 1e6),
    ]
    for (key, number) in numbers {
      json.key(key)
      json.number((number * 1e6).rounded() / 1e6)
    }
    json.key("peak_memory_bytes")
    json.integer(peakMemory)
    json.key("stages")
    json.beginArray()
    for stage in report.stages {
      json.beginObject()
      json.key("name")
      json.string(stage.name)
      json.key("cpu_seconds")
      json.number((stage.seconds * 1e6).rounded() / 1e6)
      json.endObject()
    }
    json.endArray()
    json.endObject()
    json.endLine()
    return json.bytes
  }

  /// As a few lines for a person.
  package var lines: [String] {
    let counts = report.counts
    let noun = counts.documents == 1 ? "document" : "documents"
    var lines = [
      "\(counts.documents) \(noun), \(counts.failures) with an error; \(Self.size(bytesRead)) read, "
        + "\(Self.size(counts.bytes)) written",
      "\(Self.rounded(seconds)) s, \(Self.rounded(rate(counts.documents))) documents/s, "
        + "\(Self.rounded(processorSeconds)) s of processor time, \(Self.size(peakMemory)) of memory",
    ]
    for (name, codes) in [("errors", counts.errors), ("warnings", counts.warnings)] where !codes.isEmpty {
      let sorted = codes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      lines.append("\(name): \(sorted.map { "\($0.value) \($0.key)" }.joined(separator: ", "))")
    }
    return lines
  }

  /// `12.3 kB`, `4.5 MB`.
  private static func size(_ bytes: Int) -> String {
    bytes < 1_000_000 ? "\(rounded(Double(bytes) / 1e3)) kB" : "\(rounded(Double(bytes) / 1e6)) MB"
  }

  /// One digit behind the point.
  static func rounded(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
