/// What a document may take from the worker process that it is in, before it is given up.
package struct IsolationSettings: Sendable {
  /// Seconds of processor time.
  package var timePerDocument = 120.0
  /// Bytes of memory that a worker may have of its own; 0: as many as there are.
  package var memoryPerWorker = 4 << 30
  /// Seconds for which a worker may sleep over a document without using the processor: it waits for something that does
  /// not come.
  package var longestSleep = 60.0
  /// Faults that are there on purpose, for tests of what becomes of them.
  package var planted = PlantedFaults()

  /// The limits that no document of a sane corpus reaches.
  package init() {}
}
