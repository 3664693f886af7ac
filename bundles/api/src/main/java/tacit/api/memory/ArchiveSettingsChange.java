package tacit.api.memory;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.ArchiveSettings.Privacy;

/**
 * What changes about {@link ArchiveSettings}; what is null stays. Immutable.
 *
 * @param enabled replaces it
 * @param autoCapture replaces it
 * @param compression replaces it
 * @param retentionDays replaces it
 * @param maxStorageMb replaces it
 * @param privacy replaces it
 * @param excludedPatterns replace all of them
 * @param evidence who said so, at least one
 */
public record ArchiveSettingsChange(
        @Nullable Boolean enabled,
        @Nullable Boolean autoCapture,
        @Nullable Boolean compression,
        @Nullable Integer retentionDays,
        @Nullable Integer maxStorageMb,
        @Nullable Privacy privacy,
        @Nullable List<String> excludedPatterns,
        List<Evidence> evidence) {

    public ArchiveSettingsChange {
        excludedPatterns = excludedPatterns == null ? null : List.copyOf(excludedPatterns);
        evidence = List.copyOf(evidence);
    }

    /** The same, said by somebody. */
    public ArchiveSettingsChange withEvidence(List<Evidence> who) {
        return new ArchiveSettingsChange(
                enabled, autoCapture, compression, retentionDays, maxStorageMb, privacy, excludedPatterns, who);
    }

    /** These settings with what changes. */
    public ArchiveSettings on(ArchiveSettings settings) {
        return new ArchiveSettings(
                enabled == null ? settings.enabled() : enabled,
                autoCapture == null ? settings.autoCapture() : autoCapture,
                compression == null ? settings.compression() : compression,
                retentionDays == null ? settings.retentionDays() : retentionDays,
                maxStorageMb == null ? settings.maxStorageMb() : maxStorageMb,
                privacy == null ? settings.privacy() : privacy,
                excludedPatterns == null ? settings.excludedPatterns() : excludedPatterns);
    }
}
