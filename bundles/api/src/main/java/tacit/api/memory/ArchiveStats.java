package tacit.api.memory;

/**
 * How much the archive of a workspace holds. Immutable.
 *
 * @param count of memories, whatever their state and privacy
 * @param tokens of their texts as they were captured, estimated
 * @param storedTokens of what stands for them in short, estimated
 * @param compressed how many have a summary
 * @param ratio the share of those that have one; 0 without memories
 * @param putAside how many are put aside
 * @param characters that they take
 */
public record ArchiveStats(
        long count, long tokens, long storedTokens, long compressed, double ratio, long putAside, long characters) {}
