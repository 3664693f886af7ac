package tacit.api.autonomy;

import org.osgi.annotation.versioning.ConsumerType;

/** A service that hears of answers. */
@ConsumerType
public interface ApprovalListener {

    /**
     * Called after an entry left PENDING, or was allowed by the rule {@link Approval#TOLD}: at least once, also after a restart; must
     * be quick and harmless when called twice.
     */
    void answered(Approval approval);
}
