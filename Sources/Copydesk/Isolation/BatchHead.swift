import CopydeskIntake

/// What goes before a batch through the socket: how many documents it has, and where the two pieces of it are that everything
/// else consists of: what is told of the documents with the bytes of all but the last one, and the bytes of that one, which
/// may be large.
struct BatchHead: BitwiseCopyable {
  /// The number of documents; 0: the times of the stages are wanted.
  private(set) var count = 0
  private var firstSize = 0
  private var lastSize = 0
  /// Whether the pieces are in shared memory, rather than behind this in the socket.
  private var isShared = false

  private init() {}

  /// Asks for the times of the stages.
  static var forStages: [UInt8] { withUnsafeBytes(of: BatchHead()) { Array($0) } }

  /// Sends documents; false if the worker is gone.
  static func send(
    _ items: ArraySlice<WorkItem>, through channel: Channel, _ shared: UnsafeMutableRawBufferPointer,
    _ wire: inout WireWriter
  ) -> Bool {
    wire.removeAll()
    for (index, item) in items.enumerated() {
      item.write(to: &wire)
      if index < items.count - 1 { wire.bytes(item.bytes) }
    }
    let last = items.last?.bytes ?? []
    var head = BatchHead()
    (head.count, head.firstSize, head.lastSize) = (items.count, wire.bytes.count, last.count)
    head.isShared = wire.bytes.count + last.count <= shared.count
    let bytes = withUnsafeBytes(of: head) { Array($0) }
    guard head.isShared else { return channel.send(bytes + wire.bytes, last) }
    shared.copyBytes(from: wire.bytes)
    UnsafeMutableRawBufferPointer(rebasing: shared[wire.bytes.count...]).copyBytes(from: last)
    return channel.send(bytes)
  }

  /// The next head; nil if the connection is closed.
  init?(from channel: Channel) {
    guard let bytes = channel.receive(exactly: MemoryLayout<Self>.size) else { return nil }
    // There are as many bytes as a head has, written by the same program.
    withUnsafeMutableBytes(of: &self) { $0.copyBytes(from: bytes) }
  }

  /// The documents.
  func items(from channel: Channel, _ shared: UnsafeMutableRawBufferPointer) throws(WireError) -> [WorkItem] {
    guard let (first, last) = pieces(from: channel, shared) else { throw WireError() }
    var wire = WireReader(first[...])
    var items: [WorkItem] = []
    for index in 0..<count {
      let isLast = index == count - 1
      items.append(try WorkItem(from: &wire) { (wire) throws(WireError) in isLast ? last : try wire.bytes() })
    }
    return items
  }

  private func pieces(from channel: Channel, _ shared: UnsafeMutableRawBufferPointer) -> ([UInt8], [UInt8])? {
    guard isShared else {
      guard let first = channel.receive(exactly: firstSize), let last = channel.receive(exactly: lastSize) else {
        return nil
      }
      return (first, last)
    }
    guard firstSize >= 0, lastSize >= 0, firstSize + lastSize <= shared.count else { return nil }
    return (Array(shared[..<firstSize]), Array(shared[firstSize..<firstSize + lastSize]))
  }
}
