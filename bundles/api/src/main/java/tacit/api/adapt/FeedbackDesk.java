package tacit.api.adapt;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;
import tacit.api.store.Scope;

/** Takes feedback, keeps it, and tells every part that it may teach something. Thread-safe; what it answers is durable. */
@ProviderType
public interface FeedbackDesk {

    /**
     * Keeps feedback and leads it on; a part that fails costs no other one its turn and is told again later.
     *
     * @param scope what the caller may see
     * @param by who hands it in
     * @param feedback the same id twice is kept once
     * @throws FeedbackRefused when it is not taken
     */
    KeptFeedback give(Scope scope, String by, GivenFeedback feedback);

    /**
     * Feedback, the last first.
     *
     * @param taskId of this run only; null for all
     * @param limit in [1, 1000]
     */
    List<KeptFeedback> list(Scope scope, @Nullable String taskId, int limit);
}
