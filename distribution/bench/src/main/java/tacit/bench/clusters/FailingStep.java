package tacit.bench.clusters;

/**
 * A step of a run that failed by its raw text. Immutable.
 *
 * @param traceId the run
 * @param text what the step came out with, as recorded
 * @param label the class of the error, read off the text
 */
record FailingStep(String traceId, String text, String label) {}
