package tacit.api.memory;

/** Where a memory stands. */
public enum MemoryState {
    /** It holds. */
    ACTIVE,
    /** Another one took its place; it is kept as history. */
    SUPERSEDED,
    /** Put aside: not used any more, and kept. */
    ARCHIVED
}
