package tacit.api.experiment;

import org.osgi.annotation.versioning.ProviderType;

/** Judges by runs that were recorded already: a batch of each arm, such as those that a CI imported. Thread-safe. */
@ProviderType
public interface RecordedBatches {

    /**
     * An evaluator that executes nothing and answers with the graded runs of two batches over the same tasks, every run of a
     * task as a trial of it. It leaves out tasks that the proposal may have been made from.
     *
     * <p>It fails with {@link IllegalStateException} where a run names another generation than its arm has, or no task is left.
     *
     * @param experiment in whose workspace the batches are
     * @param baseline the batch of the harness that is in force
     * @param candidate the batch of the candidate
     * @throws IllegalArgumentException when a name is blank, both are the same, or one is of the runs of an experiment
     */
    Evaluator over(Experiment experiment, String baseline, String candidate);
}
