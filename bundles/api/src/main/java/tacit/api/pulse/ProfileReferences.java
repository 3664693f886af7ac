package tacit.api.pulse;

import org.osgi.annotation.versioning.ConsumerType;
import tacit.api.store.Session;

/**
 * Says whether what a bundle keeps refers to a profile: such a profile is switched off instead of removed. Registered as a service by
 * each bundle whose tables hold ids of profiles. Thread-safe.
 */
@ConsumerType
public interface ProfileReferences {

    /** What refers, for people, such as {@code traces}. */
    String name();

    /**
     * Whether a row refers to the profile; asked within the transaction that would remove it, so that nothing comes between. One short
     * query and no other call.
     */
    boolean refersTo(Session session, String profileId);
}
