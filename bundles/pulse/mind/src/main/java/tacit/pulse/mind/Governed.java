package tacit.pulse.mind;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.CoreSetting;
import tacit.api.pulse.ScopedSettings;
import tacit.api.pulse.ScopedSettings.Subject;
import tacit.api.pulse.SettingRule;
import tacit.api.reflect.ReflectionAction;
import tacit.api.reflect.ReflectionJudgement.Intent;
import tacit.api.reflect.ReflectionSettings;
import tacit.api.reflect.ReflectionTarget.Kind;

/** The settings of reflection that count for a profile. Thread-safe. */
@Component(service = Governed.class)
public final class Governed {

    private final ScopedSettings settings;

    @Activate
    public Governed(@Reference ScopedSettings settings) {
        this.settings = settings;
    }

    public ReflectionSettings of(AutomationProfile profile) {
        return of(profile, null);
    }

    /** The same, as they count for one user: when people are told is theirs to say. */
    public ReflectionSettings of(AutomationProfile profile, @Nullable String user) {
        Subject who = new Subject(profile.workspaceId(), profile.id(), user);
        return new ReflectionSettings(
                settings.truth(CoreSetting.REFLECTION_ENABLED, who),
                settings.truth(CoreSetting.REFLECTION_AUTO, who),
                Duration.ofMinutes(settings.whole(CoreSetting.REFLECTION_CADENCE, who)),
                kinds(CoreSetting.REFLECTION_KINDS, who),
                kinds(CoreSetting.REFLECTION_DURABLE, who),
                settings.truth(CoreSetting.REFLECTION_CATCH_UP, who),
                ReflectionSettings.Autonomy.valueOf(upper(CoreSetting.REFLECTION_AUTONOMY, who)),
                SettingRule.parts(settings.value(CoreSetting.REFLECTION_TRUSTED, who)),
                (int) settings.whole(CoreSetting.REFLECTION_HYPOTHESES, who),
                Map.of(
                        "ideation", settings.value(CoreSetting.REFLECTION_IDEATION, who),
                        "critique", settings.value(CoreSetting.REFLECTION_CRITIQUE, who)),
                dispatch(who),
                notices(who),
                new ReflectionSettings.Keeping(
                        settings.truth(CoreSetting.REFLECTION_JOURNAL, who),
                        settings.truth(CoreSetting.REFLECTION_DREAMS, who),
                        Duration.ofHours(settings.whole(CoreSetting.REFLECTION_DREAM_CADENCE, who)),
                        Duration.ofDays(settings.whole(CoreSetting.REFLECTION_RETENTION, who))));
    }

    private ReflectionSettings.Dispatch dispatch(Subject who) {
        Map<Kind, ReflectionAction> byKind = new EnumMap<>(Kind.class);
        byKind.put(Kind.GLOBAL, action(CoreSetting.REFLECTION_ON_GLOBAL, who));
        byKind.put(Kind.WORKSPACE, action(CoreSetting.REFLECTION_ON_WORKSPACE, who));
        byKind.put(Kind.AGENT_ROLE, action(CoreSetting.REFLECTION_ON_ROLE, who));
        byKind.put(Kind.CODE_WORKSPACE, action(CoreSetting.REFLECTION_ON_CODE, who));
        byKind.put(Kind.PULL_REQUEST, action(CoreSetting.REFLECTION_ON_PULL, who));
        List<ReflectionAction> allowed = new ArrayList<>();
        allow(allowed, ReflectionAction.NOTIFY, CoreSetting.REFLECTION_NOTICES, who);
        allow(allowed, ReflectionAction.SUGGESTION, CoreSetting.REFLECTION_SUGGESTIONS, who);
        allow(allowed, ReflectionAction.TASK, CoreSetting.REFLECTION_TASKS, who);
        allow(allowed, ReflectionAction.CODE_CHANGE_TASK, CoreSetting.REFLECTION_CHANGES, who);
        return new ReflectionSettings.Dispatch(
                settings.truth(CoreSetting.REFLECTION_DISPATCH, who),
                byKind,
                allowed,
                settings.truth(CoreSetting.REFLECTION_WORKTREE, who),
                settings.truth(CoreSetting.REFLECTION_STRICT, who),
                settings.truth(CoreSetting.REFLECTION_VERIFIED, who));
    }

    private void allow(List<ReflectionAction> allowed, ReflectionAction action, CoreSetting setting, Subject who) {
        if (settings.truth(setting, who)) {
            allowed.add(action);
        }
    }

    private ReflectionSettings.Notices notices(Subject who) {
        List<Intent> intents = new ArrayList<>();
        if (settings.truth(CoreSetting.REFLECTION_INPUT, who)) {
            intents.add(Intent.INPUT_NEEDED);
        }
        if (settings.truth(CoreSetting.REFLECTION_ACTION, who)) {
            intents.add(Intent.IMPORTANT_ACTION_TAKEN);
        }
        if (settings.truth(CoreSetting.REFLECTION_AWAY, who)) {
            intents.add(Intent.COMPLETED_WHILE_AWAY);
        }
        boolean quiet = settings.truth(CoreSetting.QUIET_ENABLED, who);
        int from = (int) settings.whole(CoreSetting.QUIET_FROM, who);
        String zone = settings.value(CoreSetting.QUIET_ZONE, who);
        return new ReflectionSettings.Notices(
                intents,
                Duration.ofMinutes(settings.whole(CoreSetting.REFLECTION_THROTTLE, who)),
                from,
                quiet ? (int) settings.whole(CoreSetting.QUIET_UNTIL, who) : from,
                ZoneId.getAvailableZoneIds().contains(zone) ? zone : "UTC");
    }

    private List<Kind> kinds(CoreSetting setting, Subject who) {
        return SettingRule.parts(settings.value(setting, who)).stream()
                .map(word -> Kind.valueOf(word.toUpperCase(Locale.ROOT)))
                .toList();
    }

    private ReflectionAction action(CoreSetting setting, Subject who) {
        return ReflectionAction.valueOf(upper(setting, who));
    }

    private String upper(CoreSetting setting, Subject who) {
        return settings.value(setting, who).toUpperCase(Locale.ROOT);
    }
}
