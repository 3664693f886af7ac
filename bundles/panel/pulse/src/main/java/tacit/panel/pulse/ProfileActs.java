package tacit.panel.pulse;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tacit.api.http.HttpProblem;
import tacit.api.page.Done;
import tacit.api.page.View;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.AutomationProfiles;
import tacit.api.pulse.ProactiveTask;
import tacit.api.pulse.ProfileField;
import tacit.api.pulse.ProfileSettings;
import tacit.api.pulse.PulseDesk;
import tacit.api.pulse.ScopedSettings;
import tacit.api.pulse.SignalFamily;
import tacit.api.pulse.Signals;
import tacit.panel.forms.Acts;
import tacit.panel.forms.Fields;

/** What an operator does to profiles. */
final class ProfileActs {

    private static final int LONGEST_ROLE = 100;
    private static final int LONGEST_PROMPT = 4_000;
    private static final String REASON = "set in Mission Control";

    private ProfileActs() {}

    static Done create(View view, AutomationProfiles all) {
        String workspace = Own.workspace(view);
        String role = Fields.required(view, "role", LONGEST_ROLE);
        return Acts.done(() -> new Done(
                "The profile is there and switched off: set how far it may go, then let it act",
                all.create(
                                role,
                                workspace,
                                ProfileSettings.USUAL,
                                view.principal().name())
                        .id()));
    }

    /** Sets what differs from what counts, or leaves one field open. */
    static Done change(
            View view, String act, AutomationProfiles all, AutomationProfile profile, ScopedSettings settings) {
        int version = Fields.whole(view, "version", 1, Integer.MAX_VALUE);
        return Acts.done(() -> {
            ProfileSettings after = act.equals("inherit") ? inheriting(view, profile) : with(view, profile, settings);
            if (after.equals(profile.settings())) {
                return Done.here("Nothing is changed: all of it counts already");
            }
            all.update(profile.id(), version, after, view.principal().name(), REASON);
            return Done.here("It counts from the next pulse on");
        });
    }

    private static ProfileSettings inheriting(View view, AutomationProfile profile) {
        ProfileField field = Fields.chosen(ProfileField.class, view, "field");
        return profile.settings().inheriting(field, field.setting().rule().usual());
    }

    private static ProfileSettings with(View view, AutomationProfile profile, ScopedSettings settings) {
        ProfileSettings after = profile.settings();
        for (ProfileField field : ProfileField.values()) {
            String wanted = view.parameter(ProfileRows.name(field)).orElse(null);
            if (wanted != null && !wanted.equals(ProfileRows.counts(settings, profile, field))) {
                after = after.with(field, wanted);
            }
        }
        return after;
    }

    static Done remove(View view, AutomationProfiles all, AutomationProfile profile) {
        return switch (Acts.done(() -> all.remove(profile.id(), view.principal().name()))) {
            case REMOVED -> new Done("The profile of " + profile.agentRoleId() + " is gone", ProfilesPanel.REMOVED);
            case DISABLED -> Done.here("It is switched off: what it learnt refers to it, so it stays");
            case UNKNOWN -> throw new HttpProblem(409, "Somebody removed it in this moment");
        };
    }

    /** Says which families of signals it hears of. */
    static Done hear(View view, Signals ledger, AutomationProfile profile) {
        Set<SignalFamily> families = EnumSet.noneOf(SignalFamily.class);
        Arrays.stream(SignalFamily.values())
                .filter(family ->
                        view.parameter(family.name().toLowerCase(Locale.ROOT)).isPresent())
                .forEach(families::add);
        return Acts.done(() -> {
            ledger.interest(profile.id(), families, view.principal().name());
            return Done.here("It hears of " + families.size() + " families from now on");
        });
    }

    /** Keeps a task that it does of itself. */
    static Done keep(View view, PulseDesk desk, AutomationProfile profile) {
        return Acts.done(() -> {
            String name = Fields.required(view, "task");
            ProactiveTask.@Nullable Mode mode = Fields.choice(ProactiveTask.Mode.class, view, "mode");
            ProactiveTask task = new ProactiveTask(
                    name,
                    name,
                    "",
                    "general",
                    Fields.required(view, "prompt", LONGEST_PROMPT),
                    Fields.whole(view, "every", 1, 525_600),
                    mode,
                    0,
                    Fields.whole(view, "priority", 1, 10),
                    true);
            desk.proactive(profile.id(), task, view.principal().name());
            return Done.here("It does " + name + " of itself from now on");
        });
    }

    static Done drop(View view, PulseDesk desk, AutomationProfile profile) {
        String task = Fields.required(view, "task");
        if (!Acts.done(
                () -> desk.removeProactive(profile.id(), task, view.principal().name()))) {
            throw new HttpProblem(404, "The profile has no task '" + task + "'");
        }
        return Done.here("It does not do " + task + " any more");
    }
}
