package tacit.api.pulse;

import static tacit.api.pulse.SettingRule.always;
import static tacit.api.pulse.SettingRule.choice;
import static tacit.api.pulse.SettingRule.choices;
import static tacit.api.pulse.SettingRule.choicesOrAll;
import static tacit.api.pulse.SettingRule.hours;
import static tacit.api.pulse.SettingRule.texts;
import static tacit.api.pulse.SettingRule.truth;
import static tacit.api.pulse.SettingRule.whole;
import static tacit.api.pulse.SettingRule.zone;
import static tacit.api.pulse.SettingScope.PROFILE;
import static tacit.api.pulse.SettingScope.USER;
import static tacit.api.pulse.SettingScope.WORKSPACE;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Every setting of the core that counts by scope: its key, what it may be, the narrowest scope in which it can be set, and what it is
 * for. It can be set in each wider scope too. A further setting is one further line; durations are minutes unless a name says else.
 */
public enum CoreSetting {
    PROFILE_ENABLED("profile.enabled", truth(false), PROFILE, "Whether profiles act by themselves"),
    PROFILE_CADENCE("profile.cadenceMinutes", whole(15, 15, 10_080), PROFILE, "Minutes between pulses"),
    PROFILE_STAGGER("profile.staggerOffsetMinutes", whole(0, 0, 10_080), PROFILE, "Minutes before the first pulse"),
    PROFILE_COOLDOWN("profile.dispatchCooldownMinutes", whole(120, 15, 10_080), PROFILE, "Minutes after a dispatch"),
    PROFILE_DISPATCHES("profile.maxDispatchesPerDay", whole(6, 1, 96), PROFILE, "Dispatches of a profile in a day"),
    PROFILE_STANCE("profile.stance", choice(Stance.OBSERVER), PROFILE, "How far profiles may go"),
    PROFILE_HOURS("profile.activeHours", hours(), PROFILE, "When profiles act: " + ActiveHours.FORM),

    BUDGET_TOKENS("budget.tokensPerDay", whole(1_000_000, 0, 1_000_000_000_000L), PROFILE, "Tokens of dispatched work"),
    BUDGET_MICROS("budget.microsPerDay", whole(5_000_000, 0, 1_000_000_000_000L), PROFILE, "Money in millionths"),
    BUDGET_INTERRUPTIONS("budget.interruptionsPerDay", whole(10, 0, 1000), USER, "Suggestions and notices in a day"),
    BUDGET_ALL("budget.dispatchesPerDay.all", whole(48, 0, 10_000), WORKSPACE, "Dispatches of all profiles in a day"),

    AUTONOMY_PRESET(
            "autonomy.preset",
            choice("safe_autonomy", "manual", "safe_autonomy", "founder_edge"),
            PROFILE,
            "How much is done without a person"),
    AUTONOMY_MODE(
            "autonomy.mode",
            choice(
                    "accept_edits",
                    "default",
                    "plan",
                    "accept_edits",
                    "dangerous_only",
                    "dont_ask",
                    "bypass_permissions"),
            PROFILE,
            "What counts where no rule says anything"),
    AUTONOMY_APPROVE(
            "autonomy.autoApprove",
            choices(
                    "",
                    "run_command",
                    "external_service",
                    "network_access",
                    "data_export",
                    "computer_use",
                    "delete_file",
                    "delete_multiple",
                    "bulk_rename",
                    "read",
                    "write",
                    "location",
                    "dispatch",
                    "notify",
                    "code_change"),
            PROFILE,
            "Acts without a question; unset: the preset's"),
    AUTONOMY_CAPABILITIES(
            "autonomy.capabilities",
            choices(
                    "read,write,dispatch,notify",
                    "read",
                    "write",
                    "shell",
                    "delete",
                    "network",
                    "external",
                    "export",
                    "computer",
                    "dispatch",
                    "notify"),
            PROFILE,
            "What automations may do at all; what is not named is denied"),

    REFLECTION_ENABLED("reflection.enabled", truth(false), PROFILE, "Whether targets are reflected on"),
    REFLECTION_AUTO("reflection.autoRun", truth(true), PROFILE, "Whether pulses start reflection"),
    REFLECTION_CADENCE("reflection.cadenceMinutes", whole(1440, 15, 10_080), PROFILE, "Least minutes per target"),
    REFLECTION_KINDS(
            "reflection.enabledTargetKinds",
            choicesOrAll("global", "workspace", "agent_role", "code_workspace", "pull_request"),
            PROFILE,
            "Kinds of targets; none counts as all"),
    REFLECTION_DURABLE(
            "reflection.durableTargetKinds",
            choices(
                    "global,workspace,code_workspace,pull_request",
                    "global",
                    "workspace",
                    "agent_role",
                    "code_workspace",
                    "pull_request"),
            WORKSPACE,
            "Kinds of targets that outlive a start"),
    REFLECTION_CATCH_UP("reflection.catchUpOnRestart", truth(false), WORKSPACE, "Whether missed runs are made up for"),
    REFLECTION_JOURNAL("reflection.journalingEnabled", truth(true), WORKSPACE, "Whether a journal is written"),
    REFLECTION_DREAMS("reflection.dreamsEnabled", truth(true), WORKSPACE, "Whether journals are distilled"),
    REFLECTION_DREAM_CADENCE("reflection.dreamCadenceHours", whole(24, 1, 720), WORKSPACE, "Hours between those"),
    REFLECTION_AUTONOMY(
            "reflection.autonomyMode",
            choice("recommendation_first", "recommendation_first", "balanced_autopilot", "strong_autonomy"),
            PROFILE,
            "How far reflection goes by itself"),
    REFLECTION_TRUSTED("reflection.trustedTargetKeys", texts(1000), PROFILE, "Targets that are trusted"),
    REFLECTION_IDEATION("reflection.phaseModels.ideation", choice("cheap", "cheap", "strong"), WORKSPACE, "Ideas"),
    REFLECTION_CRITIQUE("reflection.phaseModels.critique", choice("strong", "cheap", "strong"), WORKSPACE, "Critique"),
    REFLECTION_DISPATCH("reflection.dispatchDefaults.autoDispatch", truth(false), PROFILE, "Whether winners dispatch"),
    REFLECTION_ON_GLOBAL("reflection.dispatchDefaults.global", dispatch(), PROFILE, "What a winner becomes there"),
    REFLECTION_ON_WORKSPACE("reflection.dispatchDefaults.workspace", dispatch(), PROFILE, "As above"),
    REFLECTION_ON_ROLE("reflection.dispatchDefaults.agent_role", dispatch(), PROFILE, "As above"),
    REFLECTION_ON_CODE("reflection.dispatchDefaults.code_workspace", dispatch(), PROFILE, "As above"),
    REFLECTION_ON_PULL("reflection.dispatchDefaults.pull_request", dispatch(), PROFILE, "As above"),
    REFLECTION_RETENTION("reflection.artifactRetentionDays", whole(30, 1, 365), WORKSPACE, "Days that files are kept"),
    REFLECTION_HYPOTHESES("reflection.maxHypothesesPerRun", whole(4, 3, 5), PROFILE, "Hypotheses of a run"),
    REFLECTION_INPUT("reflection.notifications.input_needed", truth(true), USER, "Whether people are told"),
    REFLECTION_ACTION("reflection.notifications.important_action_taken", truth(true), USER, "As above"),
    REFLECTION_AWAY("reflection.notifications.completed_while_away", truth(true), USER, "As above"),
    REFLECTION_THROTTLE("reflection.notifications.throttleMinutes", whole(30, 0, 1440), USER, "Minutes between two"),
    REFLECTION_TASKS("reflection.executors.task", truth(true), PROFILE, "Whether winners may become tasks"),
    REFLECTION_SUGGESTIONS("reflection.executors.suggestion", truth(true), PROFILE, "Or suggestions"),
    REFLECTION_NOTICES("reflection.executors.notify", truth(true), PROFILE, "Or notices"),
    REFLECTION_CHANGES("reflection.executors.code_change_task", truth(true), PROFILE, "Or changes of code"),
    REFLECTION_WORKTREE("reflection.codeChange.requireWorktree", always(), PROFILE, "Stays true whatever is set"),
    REFLECTION_STRICT("reflection.codeChange.strictReview", always(), PROFILE, "Stays true whatever is set"),
    REFLECTION_VERIFIED("reflection.codeChange.verificationRequired", always(), PROFILE, "Stays true whatever is set"),

    DREAMING_TASKS("dreaming.taskCompletion.enabled", truth(false), WORKSPACE, "Whether finished tasks start dreaming"),
    DREAMING_PULSES("dreaming.heartbeat.enabled", truth(true), WORKSPACE, "Whether pulses start dreaming"),
    DREAMING_COOLDOWN("dreaming.heartbeat.cooldownMinutes", whole(60, 0, 10_080), WORKSPACE, "Minutes between those"),
    DREAMING_NUDGE("dreaming.nudge.cooldownMinutes", whole(5, 0, 1440), WORKSPACE, "Minutes between two nudges"),

    SUGGESTIONS_CREATE("suggestions.autoCreate", truth(false), PROFILE, "Whether trusted suggestions become work"),
    SUGGESTIONS_OPEN("suggestions.mostOpen", whole(10, 1, 100), WORKSPACE, "Suggestions that are open at once"),
    SUGGESTIONS_LIFE("suggestions.lifeDays", whole(7, 1, 90), WORKSPACE, "Days until a suggestion ends"),
    SUGGESTIONS_IGNORED("suggestions.ignoredAfterHours", whole(24, 1, 720), WORKSPACE, "Hours until one is ignored"),

    QUIET_ENABLED("quietHours.enabled", truth(true), USER, "Whether people are left alone in these hours"),
    QUIET_FROM("quietHours.startHour", whole(22, 0, 23), USER, "The first quiet hour"),
    QUIET_UNTIL("quietHours.endHour", whole(8, 0, 23), USER, "The first hour that is not; the same: none"),
    QUIET_ZONE("quietHours.timezone", zone(), USER, "Whose hours; empty for the host's"),

    SIGNALS_DEBOUNCE("signals.debounceSeconds", whole(5, 0, 3600), WORKSPACE, "How long a burst is gathered"),
    SIGNALS_OPEN("signals.mostOpen", whole(10_000, 1, 1_000_000), WORKSPACE, "Signals of a profile that wait at once"),
    SIGNALS_KEPT("signals.keptDays", whole(30, 1, 3650), WORKSPACE, "Days that signals are kept after they ended"),

    EXPORT_TRAINING("export.training", truth(false), USER, "Whether runs may leave as data to train models with");

    private static final Map<String, CoreSetting> BY_KEY =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(CoreSetting::key, Function.identity()));

    private final String key;

    // A record whose list is a copy that nobody changes
    @SuppressWarnings("ImmutableEnumChecker")
    private final SettingRule rule;

    private final SettingScope narrowest;
    private final String description;

    CoreSetting(String key, SettingRule rule, SettingScope narrowest, String description) {
        this.key = key;
        this.rule = rule;
        this.narrowest = narrowest;
        this.description = description;
    }

    private static SettingRule dispatch() {
        return choice("suggestion", "task", "suggestion", "notify", "code_change_task");
    }

    public static Optional<CoreSetting> find(String key) {
        return Optional.ofNullable(BY_KEY.get(key));
    }

    /** What {@link ScopedSettings} knows it by. */
    public String key() {
        return key;
    }

    public SettingRule rule() {
        return rule;
    }

    public String description() {
        return description;
    }

    /** Where it can be set, the widest first. */
    public Set<SettingScope> scopes() {
        return EnumSet.range(SettingScope.ORG, narrowest);
    }
}
