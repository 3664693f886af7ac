package tacit.api.memory;

/**
 * What a cleanup of the history did. Immutable.
 *
 * @param collapsed how many entries were put aside
 * @param groups how many titles had more than one
 */
public record HistoryCleanup(int collapsed, int groups) {}
