package tacit.api.adapt;

import java.util.List;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;
import tacit.api.store.Scope;

/** Tells what was learnt from runs, as soon as it is known. Thread-safe. */
@ProviderType
public interface LearningFeed {

    /** The reports of a run, in the order of time. */
    List<TaskLearning> of(Scope scope, String taskId);

    /** The last reports, the newest first. */
    List<TaskLearning> latest(Scope scope, int limit);

    /**
     * Reports that were kept after one, in their order.
     *
     * @param sequence of that one; -1 for all
     */
    List<TaskLearning> after(Scope scope, long sequence, int limit);

    /**
     * Tells of each new report of the scope until it is closed; called on the thread that made the report, which must not be held.
     */
    Following follow(Scope scope, Consumer<TaskLearning> listener);

    /** Somebody who is told. */
    interface Following extends AutoCloseable {

        /** Tells nothing more. */
        @Override
        void close();
    }
}
