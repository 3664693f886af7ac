package tacit.api.memory;

/**
 * What a pass over the tiers did. Immutable.
 *
 * @param promoted steps up that were taken; from the shortest to the longest are two
 * @param putAside how many were put aside, unused
 * @param shortTerm how many are there now
 * @param mediumTerm how many are there now
 * @param longTerm how many are there now
 */
public record ArchiveTiers(long promoted, long putAside, long shortTerm, long mediumTerm, long longTerm) {}
