package tacit.api.model;

import org.osgi.annotation.versioning.ConsumerType;
import tacit.api.harness.Role;

/**
 * Says which model an agent should use. Pure functions.
 *
 * <p>The answer is advice to whoever calls the model: nothing here reaches one. As it is a setting of the harness, another model
 * is proved, promoted, watched and rolled back as any other change is.
 */
@Role("model-choice")
@ConsumerType
public interface ModelChoice {

    ModelAnswer choose(ModelQuestion question);
}
