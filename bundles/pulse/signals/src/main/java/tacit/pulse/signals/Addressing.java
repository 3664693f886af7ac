package tacit.pulse.signals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.ingest.Redactor;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.AutomationProfiles;
import tacit.api.pulse.Signal;
import tacit.api.pulse.SignalDraft;
import tacit.api.pulse.Urgency;

/** Finds for whom drafts are, and what they say to each. Confined to one submission. */
final class Addressing {

    /** Nothing waits longer, whatever was said. */
    static final Duration LONGEST = Duration.ofDays(31);

    private static final int MANY = 4;
    private static final double USUAL_CONFIDENCE = .5;

    private final AutomationProfiles profiles;
    private final Interests interests;
    private final Redactor redactor;
    private final Instant now;
    private final Map<String, Optional<AutomationProfile>> known = new HashMap<>();
    private @Nullable List<AutomationProfile> active;

    Addressing(AutomationProfiles profiles, Interests interests, Redactor redactor, Instant now) {
        this.profiles = profiles;
        this.interests = interests;
        this.redactor = redactor;
        this.now = now;
    }

    /** What the drafts say, in their order and that of the profiles. */
    List<Told> told(List<SignalDraft> drafts) {
        know(drafts);
        List<Told> all = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            try {
                CleanDraft clean = CleanDraft.of(drafts.get(i), redactor);
                for (AutomationProfile profile : addressees(drafts.get(i))) {
                    all.add(new Told(i, profile.workspaceId(), signal(clean, profile, i), false));
                }
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("drafts[" + i + "]: " + e.getMessage(), e);
            }
        }
        return all;
    }

    /** Profiles of many drafts are read at once. */
    private void know(List<SignalDraft> drafts) {
        long named = drafts.stream()
                .map(SignalDraft::profileId)
                .filter(Objects::nonNull)
                .distinct()
                .count();
        if (named >= MANY) {
            profiles.list(null).forEach(profile -> known.put(profile.id(), Optional.of(profile)));
        }
    }

    private List<AutomationProfile> addressees(SignalDraft draft) {
        if (draft.profileId() != null) {
            return List.of(named(draft.profileId(), draft.workspaceId()));
        }
        return active().stream()
                .filter(profile ->
                        draft.workspaceId() == null || draft.workspaceId().equals(profile.workspaceId()))
                .filter(profile -> interests.of(profile.id()).contains(draft.family()))
                .toList();
    }

    private AutomationProfile named(String id, @Nullable String workspaceId) {
        AutomationProfile profile = known.computeIfAbsent(id, profiles::find)
                .orElseThrow(() -> new IllegalArgumentException("profileId must name a profile, got '" + id + "'"));
        if (workspaceId != null && !workspaceId.equals(profile.workspaceId())) {
            throw new IllegalArgumentException(
                    "workspaceId must be that of profile '" + id + "', got '" + workspaceId + "'");
        }
        return profile;
    }

    private List<AutomationProfile> active() {
        if (active == null) {
            active = profiles.active().stream()
                    .filter(profile -> profile.settings().enabled())
                    .toList();
        }
        return active;
    }

    private Signal signal(CleanDraft clean, AutomationProfile profile, int place) {
        SignalDraft draft = clean.draft();
        String fingerprint = clean.fingerprint() == null
                ? Fingerprint.of(
                        profile.agentRoleId(),
                        draft.workspaceId(),
                        draft.family(),
                        draft.source(),
                        clean.said(),
                        clean.payload())
                : clean.fingerprint();
        return new Signal(
                id(profile.id(), fingerprint, place),
                profile.id(),
                draft.workspaceId(),
                draft.family(),
                draft.source(),
                fingerprint,
                Objects.requireNonNullElse(draft.urgency(), Urgency.LOW),
                confidence(draft.confidence()),
                expiry(draft),
                clean.evidence(),
                1,
                now,
                now,
                clean.reason(),
                clean.payload(),
                draft.origin(),
                0);
    }

    private static double confidence(@Nullable Double given) {
        return given == null || given.isNaN() ? USUAL_CONFIDENCE : Math.min(1, Math.max(0, given));
    }

    private Instant expiry(SignalDraft draft) {
        Instant latest = now.plus(LONGEST);
        Instant wanted = draft.expiresAt() == null ? now.plus(draft.family().retention()) : draft.expiresAt();
        return wanted.isAfter(latest) ? latest : wanted;
    }

    /** Ids grow with time, so that new rows lie together on the disk. */
    private String id(String profileId, String fingerprint, int place) {
        long micros = now.getEpochSecond() * 1_000_000 + now.getNano() / 1000;
        String digest = Fingerprint.digest(profileId + "|" + fingerprint + "|" + micros + "|" + place);
        return String.format(Locale.ROOT, "s%014x", micros) + digest.substring(0, 10);
    }
}
