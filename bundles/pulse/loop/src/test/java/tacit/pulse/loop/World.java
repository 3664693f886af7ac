package tacit.pulse.loop;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.autonomy.ActionRequest;
import tacit.api.autonomy.AgentConfig;
import tacit.api.autonomy.Approval;
import tacit.api.autonomy.Capability;
import tacit.api.autonomy.PermissionDecision;
import tacit.api.autonomy.PermissionEffect;
import tacit.api.memory.WorkspaceFile;
import tacit.api.pulse.ActiveHours;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.ChecklistItem;
import tacit.api.pulse.CoreSetting;
import tacit.api.pulse.CoreStage;
import tacit.api.pulse.ProfileSettings;
import tacit.api.pulse.PulsePolicy;
import tacit.api.pulse.ScopedSettings;
import tacit.api.pulse.Stance;
import tacit.api.reflect.Suggestion;
import tacit.api.reflect.SuggestionDesk;
import tacit.api.reflect.SuggestionDraft;
import tacit.runtime.testkit.MovingClock;

/** All that the loop meets and that outlives a host: what other services keep is here, in memory. */
final class World {

    final MovingClock clock = new MovingClock();
    final FakeSignals signals = new FakeSignals(clock);
    final FakeExecutions executions = new FakeExecutions(clock);
    final Map<String, AutomationProfile> profiles = new TreeMap<>();
    final Map<String, Approval> approvals = new LinkedHashMap<>();
    final Map<String, Boolean> outcomes = new HashMap<>();
    final Map<String, String> settings = new HashMap<>();
    final Set<CoreStage> off = EnumSet.noneOf(CoreStage.class);
    final Set<String> busy = new HashSet<>();
    final List<String> ran = new ArrayList<>();
    final Map<String, SuggestionDraft> suggestions = new LinkedHashMap<>();
    final Map<String, Instant> offeredAt = new HashMap<>();
    final List<ChecklistItem> points = new ArrayList<>();
    int parsed;

    @Nullable
    PulsePolicy policy;

    Approval.State answer = Approval.State.APPROVED;

    AutomationProfile profile(String id, Stance stance) {
        return profile(id, stance, 30, null);
    }

    AutomationProfile profile(String id, Stance stance, int cooldown, @Nullable ActiveHours hours) {
        AutomationProfile profile = new AutomationProfile(
                id,
                "role-" + id,
                "w1",
                new ProfileSettings(
                        true, Duration.ofMinutes(15), Duration.ZERO, Duration.ofMinutes(cooldown), 6, stance, hours),
                AutomationProfile.State.NEW,
                1,
                clock.instant(),
                clock.instant());
        profiles.put(id, profile);
        return profile;
    }

    /** What the core asks of profiles. */
    final class Profiling {

        Optional<AutomationProfile> find(String id) {
            return Optional.ofNullable(profiles.get(id));
        }

        Optional<AutomationProfile> findByRole(String role) {
            return profiles.values().stream()
                    .filter(profile -> profile.agentRoleId().equals(role))
                    .findFirst();
        }

        List<AutomationProfile> active() {
            return profiles.values().stream()
                    .filter(profile -> profile.settings().enabled())
                    .toList();
        }

        boolean state(String id, AutomationProfile.State state) {
            AutomationProfile old = profiles.get(id);
            profiles.put(
                    id,
                    new AutomationProfile(
                            id,
                            old.agentRoleId(),
                            old.workspaceId(),
                            old.settings(),
                            state,
                            old.version(),
                            old.createdAt(),
                            clock.instant()));
            return true;
        }
    }

    /** What the core asks of approvals. */
    final class Approving {

        AgentConfig config(String profileId) {
            return new AgentConfig(
                    true,
                    List.of(),
                    false,
                    "inbox",
                    true,
                    false,
                    List.of(Capability.READ, Capability.DISPATCH),
                    List.of());
        }

        Approval ask(ActionRequest request) {
            return approvals.computeIfAbsent("a-" + request.id(), id -> approval(id, request, answer, "policy"));
        }

        void outcome(String id, boolean success) {
            outcomes.put(id, success);
        }

        boolean withdraw(String id, String reason) {
            Approval there = approvals.get(id);
            if (there == null || there.state() != Approval.State.PENDING) {
                return false;
            }
            approvals.put(id, approval(id, there.request(), Approval.State.EXPIRED, "withdrawal"));
            return true;
        }
    }

    private Approval approval(String id, ActionRequest request, Approval.State state, String by) {
        boolean pending = state == Approval.State.PENDING;
        PermissionEffect effect = pending
                ? PermissionEffect.ASK
                : state == Approval.State.APPROVED ? PermissionEffect.ALLOW : PermissionEffect.DENY;
        return new Approval(
                id,
                request,
                new PermissionDecision(effect, "mode", "accept_edits", "as the mode says", List.of()),
                state,
                pending ? null : by,
                null,
                null,
                clock.instant(),
                pending ? null : clock.instant(),
                null);
    }

    Approval answer(String id, Approval.State state) {
        Approval answered = approval(id, approvals.get(id).request(), state, "anna");
        approvals.put(id, answered);
        return answered;
    }

    /** What the core asks of switches. */
    final class Switching {

        boolean on(CoreStage stage) {
            return !off.contains(stage);
        }

        String why(CoreStage stage) {
            return off.contains(stage) ? stage + " is off" : "";
        }

        void ran(CoreStage stage, int products, List<String> whyNot) {
            ran.add(stage + " " + products + " " + whyNot);
        }
    }

    /** What the core asks of settings. */
    final class Setting {

        ScopedSettings.Resolved resolve(String key, ScopedSettings.Subject subject) {
            String usual = CoreSetting.find(key).orElseThrow().rule().usual();
            return new ScopedSettings.Resolved(key, settings.getOrDefault(key, usual), null, null);
        }
    }

    /** The user. */
    final class Working {

        boolean active(String workspaceId) {
            return busy.contains(workspaceId);
        }
    }

    /** The folder. */
    final class Files {

        Optional<WorkspaceFile> read(String workspaceId, String path, int mostBytes) {
            String text = points.toString();
            return points.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new WorkspaceFile(
                            path, text, text.length(), Instant.EPOCH, Integer.toHexString(text.hashCode()), true));
        }
    }

    /** The reader of checklists. */
    final class Reader {

        List<ChecklistItem> parse(String markdown) {
            parsed++;
            return List.copyOf(points);
        }
    }

    /** Who takes suggestions. */
    final class Offering {

        @SuppressWarnings("unused")
        int offered(String profileId, Instant since) {
            return Math.toIntExact(suggestions.values().stream()
                    .filter(draft -> draft.profileId().equals(profileId))
                    .filter(draft -> !offeredAt.get(draft.key()).isBefore(since))
                    .count());
        }

        SuggestionDesk.Offer offer(SuggestionDraft draft) {
            suggestions.putIfAbsent(draft.key(), draft);
            offeredAt.putIfAbsent(draft.key(), clock.instant());
            Suggestion suggestion = new Suggestion(
                    "sug-" + draft.key(),
                    draft,
                    Suggestion.State.OPEN,
                    1,
                    List.of(),
                    null,
                    null,
                    null,
                    null,
                    clock.instant(),
                    clock.instant().plus(Duration.ofDays(7)));
            return new SuggestionDesk.Offer(suggestion, "");
        }
    }
}
