package tacit.api.learn;

/**
 * What one run of the pipeline did. Immutable.
 *
 * @param traces traces that were learned from
 * @param failures failures that they hold
 * @param clusters families that changed
 * @param evalCases cases that were made or changed
 */
public record LearningReport(long traces, long failures, long clusters, long evalCases) {}
