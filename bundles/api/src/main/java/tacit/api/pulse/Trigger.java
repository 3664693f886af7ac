package tacit.api.pulse;

import org.osgi.annotation.versioning.ConsumerType;
import tacit.api.harness.Role;

/**
 * Makes signals of one kind of ingress: a webhook, a changed file, a time that came. It only says what came in; it knows no
 * memory, starts no work, and keeps no state but what it hands back in {@link TriggerReading#memory}. The host reads files, takes
 * requests and knows the time. Called from several threads at once; a call that takes too long is interrupted, and its answer is
 * nobody's.
 */
@Role(value = "trigger", many = true)
@ConsumerType
public interface Trigger {

    /**
     * What it needs, for a configuration that an operator wrote; asked again and again, since another version may need something
     * else. Unknown and bad options are problems of the plan, never thrown.
     */
    TriggerPlan plan(TriggerConfiguration configuration);

    /**
     * Reads what came in. An ingress without a request and without files tells nothing, but at a time that was asked for; so does
     * any ingress of a configuration whose plan has problems.
     *
     * @throws IllegalArgumentException when the ingress is none: the message says why, without content
     */
    TriggerReading read(TriggerConfiguration configuration, TriggerIngress ingress);
}
