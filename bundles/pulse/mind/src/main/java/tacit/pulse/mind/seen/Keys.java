package tacit.pulse.mind.seen;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tacit.api.pulse.AutomationProfile;
import tacit.api.reflect.ReflectionEvidence;
import tacit.api.reflect.ReflectionTarget.Kind;
import tacit.pulse.mind.store.Digest;

/** Names of targets, and sightings of those that every profile has. */
public final class Keys {

    /** The target that sums the others up. */
    public static final String BRAIN = "global:brain";

    private Keys() {}

    public static String workspace(String id) {
        return "workspace:" + id;
    }

    public static String role(String id) {
        return "agent_role:" + id;
    }

    /** A sighting of the profile's workspace. */
    static Sighting workspace(AutomationProfile profile, Saw saw) {
        return saw.of(workspace(profile.workspaceId()), Kind.WORKSPACE, "the workspace " + profile.workspaceId());
    }

    /** A sighting of the profile's role. */
    static Sighting role(AutomationProfile profile, Saw saw) {
        return saw.of(role(profile.agentRoleId()), Kind.AGENT_ROLE, "the role " + profile.agentRoleId());
    }

    /**
     * What was seen, before it is said of which target. Immutable.
     *
     * @param fingerprint of what it is made of: the same parts are the same thing
     */
    record Saw(
            ReflectionEvidence.Type type,
            boolean actionable,
            String text,
            String subject,
            @Nullable String reference,
            Instant at,
            String fingerprint) {

        static Saw made(
                ReflectionEvidence.Type type,
                boolean actionable,
                String text,
                String subject,
                @Nullable String reference,
                Instant at,
                Object... parts) {
            return new Saw(type, actionable, text, subject, reference, at, Digest.of(parts));
        }

        Sighting of(String key, Kind kind, String label) {
            return new Sighting(key, kind, label, type, actionable, fingerprint, text, subject, reference, at);
        }
    }
}
