package tacit.api.reflect;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** Starts a dream where words or full files ask for one, not more often than every five minutes. Thread-safe. */
@ProviderType
public interface DreamNudges {

    /**
     * Looks whether it is time.
     *
     * @param profileId for which profile; empty for none
     * @param taskId the run whose words are looked at; null for none
     * @param prompt what was asked for; null for nothing
     */
    Nudge nudge(String profileId, String workspaceId, @Nullable String taskId, @Nullable String prompt);

    /**
     * What came of it. Immutable.
     *
     * @param triggered whether a dream was started
     * @param reason {@code cooldown}, {@code no_memory_signal}, {@code memory_pressure}, {@code memory_signal} or {@code refused}
     * @param runId null unless one was
     * @param candidates how many it proposed
     */
    record Nudge(boolean triggered, String reason, @Nullable String runId, int candidates) {

        public Nudge {
            Objects.requireNonNull(reason, "reason");
        }
    }
}
