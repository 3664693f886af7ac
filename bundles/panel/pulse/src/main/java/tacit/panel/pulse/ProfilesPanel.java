package tacit.panel.pulse;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import tacit.api.autonomy.Approvals;
import tacit.api.http.HttpProblem;
import tacit.api.page.Done;
import tacit.api.page.Page;
import tacit.api.page.Panel;
import tacit.api.page.View;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.AutomationProfiles;
import tacit.api.pulse.ProfileField;
import tacit.api.pulse.PulseDesk;
import tacit.api.pulse.ScopedSettings;
import tacit.api.pulse.Signals;
import tacit.panel.forms.Acts;
import tacit.panel.forms.Fields;

/** Who acts by itself, how it stands, how often and how far; what a pulse of it decides, now or when it is asked. */
@Component(service = Panel.class)
public final class ProfilesPanel implements Panel {

    /** Where one goes on from a profile that is gone. */
    static final String REMOVED = "removed";

    private static final int SIZE = 50;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable AutomationProfiles profiles;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable ScopedSettings settings;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable PulseDesk desk;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Signals signals;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Approvals inbox;

    @Override
    public String id() {
        return "profiles";
    }

    @Override
    public String title() {
        return "Profiles";
    }

    @Override
    public Group group() {
        return Group.CORE;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Set<String> live() {
        return Set.of("dispatch.changed", "signal.recorded");
    }

    @Override
    public Page show(View view) {
        Own.workspace(view);
        if (profiles == null || settings == null) {
            return Page.of("", ProfilesPanel.class, "profiles.peb", Map.of("known", false));
        }
        if (view.path().isEmpty()) {
            return list(view);
        }
        if (view.path().get(0).equals(REMOVED)) {
            return Page.of("Removed", ProfilesPanel.class, "profile.peb", Map.of("gone", true));
        }
        AutomationProfile profile = Own.profile(view, profiles, view.path().get(0));
        if (view.path().size() == 1) {
            return one(profile);
        }
        if (!view.path().get(1).equals("explain")) {
            throw new HttpProblem(404, "There is no such part of a profile");
        }
        return Reports.page(
                profile, Acts.done(() -> Acts.there(desk, "runs pulses").explain(profile.id(), false)));
    }

    @Override
    public Done act(View view, String act) {
        AutomationProfiles all = Acts.there(profiles, "keeps profiles");
        if (act.equals("create")) {
            return ProfileActs.create(view, all);
        }
        AutomationProfile profile = Own.profile(view, all, Fields.required(view, "id"));
        return switch (act) {
            case "pulse" ->
                Done.here(Reports.said(Acts.done(() -> Acts.there(desk, "runs pulses")
                        .pulse(profile.id(), view.principal().name()))));
            case "set", "inherit" ->
                ProfileActs.change(view, act, all, profile, Acts.there(settings, "keeps settings of the core"));
            case "remove" -> ProfileActs.remove(view, all, profile);
            case "hear" -> ProfileActs.hear(view, Acts.there(signals, "keeps signals"), profile);
            case "keep" -> ProfileActs.keep(view, Acts.there(desk, "runs pulses"), profile);
            case "drop" -> ProfileActs.drop(view, Acts.there(desk, "runs pulses"), profile);
            default -> throw Acts.unknown(act);
        };
    }

    private Page list(View view) {
        List<AutomationProfile> all = Own.profiles(view, profiles);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("known", true);
        values.put(
                "rows",
                all.stream().skip(view.offset()).limit(SIZE).map(this::row).toList());
        values.put("offset", view.offset());
        values.put("total", all.size());
        return Page.of("", ProfilesPanel.class, "profiles.peb", values);
    }

    private Map<String, Object> row(AutomationProfile profile) {
        ScopedSettings counting = Acts.there(settings, "keeps settings of the core");
        PulseDesk open = desk;
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", profile.id());
        row.put("role", profile.agentRoleId());
        row.put(
                "on",
                ProfileRows.counts(counting, profile, ProfileField.ENABLED).equals("true") ? "on" : "off");
        row.put("stance", ProfileRows.counts(counting, profile, ProfileField.STANCE));
        row.put("every", ProfileRows.counts(counting, profile, ProfileField.CADENCE) + " min");
        row.put("status", profile.state().status());
        row.put("lastPulseAt", profile.state().lastPulseAt());
        row.put("decided", profile.state().lastPulseResult());
        row.put("nextPulseAt", open == null ? null : open.standing(profile.id()).nextPulseAt());
        return row;
    }

    private Page one(AutomationProfile profile) {
        Map<String, Object> values = new LinkedHashMap<>(row(profile));
        values.put("profile", profile);
        values.put("gone", false);
        List<Map<String, Object>> fields =
                ProfileRows.fields(Acts.there(settings, "keeps settings of the core"), profile);
        values.put("fields", fields);
        values.put(
                "inputs",
                fields.stream()
                        .filter(field -> !ProfileRows.name(ProfileField.ENABLED).equals(field.get("name")))
                        .toList());
        PulseDesk open = desk;
        values.put("pulses", open != null);
        if (open != null) {
            ProfileRows.standing(open, profile, values);
        }
        Signals ledger = signals;
        values.put("hears", ledger != null);
        if (ledger != null) {
            values.put("families", ledger.families(profile.id()));
            values.put("interests", ProfileRows.interests(ledger, profile));
        }
        Approvals policy = inbox;
        if (policy != null) {
            values.put("may", policy.config(profile.id()));
        }
        return Page.of(profile.agentRoleId(), ProfilesPanel.class, "profile.peb", values);
    }
}
