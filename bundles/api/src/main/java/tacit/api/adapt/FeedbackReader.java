package tacit.api.adapt;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import tacit.api.harness.Role;
import tacit.api.memory.UserMessage;
import tacit.api.store.Scope;

/** Says what feedback and messages of users mean. Deterministic and stateless; it changes nothing itself. */
@Role("feedback")
@ConsumerType
public interface FeedbackReader {

    /** What feedback says to each part that it may teach something. */
    FeedbackEffects read(Scope scope, GivenFeedback feedback);

    /** What a message puts right, in the order in which it was said; most put nothing right. */
    List<UserCorrection> corrections(UserMessage message);
}
