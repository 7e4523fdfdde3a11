/// Room for numbers that is kept from document to document.
///
/// It only grows; what it holds after growing is undefined, so each user fills what it asked for.
final class Workspace<Element: BitwiseCopyable> {
  // One worker's; checks of exclusive access would cost as much as what is read.
  @exclusivity(unchecked) private(set) var base: UnsafeMutablePointer<Element>
  @exclusivity(unchecked) private var capacity: Int

  init(_ capacity: Int = 64) {
    self.capacity = capacity
    base = .allocate(capacity: capacity)
  }

  deinit { base.deallocate() }

  /// Makes room for so many, without keeping what is there.
  @inline(__always)
  func reserve(_ count: Int) {
    guard count > capacity else { return }
    base.deallocate()
    capacity = count * 2
    base = .allocate(capacity: capacity)
  }

  /// Makes room for so many and fills it.
  @inline(__always)
  func fill(_ count: Int, with value: Element) {
    reserve(count)
    base.update(repeating: value, count: count)
  }

  /// Makes room for so many; the first `kept` stay.
  func grow(to count: Int, keeping kept: Int) {
    guard count > capacity else { return }
    let old = base
    capacity = count * 2
    base = .allocate(capacity: capacity)
    base.update(from: old, count: kept)
    old.deallocate()
  }
}
