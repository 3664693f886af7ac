package tacit.api.guard;

import org.osgi.annotation.versioning.ConsumerType;
import tacit.api.harness.Role;

/**
 * Says whether a call of a tool may be made. Pure functions.
 *
 * <p>Hard limits come first, and no rule makes an answer milder than another one does.
 */
@Role("guard")
@ConsumerType
public interface Guard {

    GuardAnswer decide(GuardQuestion question);
}
