package tacit.pulse.approvals;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.autonomy.AgentConfig;
import tacit.api.autonomy.ApprovalType;
import tacit.api.autonomy.AutonomyPolicy;
import tacit.api.autonomy.AutonomyPreset;
import tacit.api.autonomy.AutonomyRequest;
import tacit.api.autonomy.Capability;
import tacit.api.autonomy.PermissionMode;
import tacit.api.pulse.CoreSetting;
import tacit.api.pulse.ScopedSettings;
import tacit.api.pulse.ScopedSettings.Subject;
import tacit.pulse.guardrails.Presets;

/** What the settings of autonomy say of somebody; what is not set comes from the preset. Thread-safe. */
final class Surroundings {

    static final String PRESET = CoreSetting.AUTONOMY_PRESET.key();
    static final String MODE = CoreSetting.AUTONOMY_MODE.key();
    static final String APPROVE = CoreSetting.AUTONOMY_APPROVE.key();
    static final String CAPABILITIES = CoreSetting.AUTONOMY_CAPABILITIES.key();

    private static final List<String> KEYS = List.of(PRESET, MODE, APPROVE, CAPABILITIES);
    private static final Logger log = LoggerFactory.getLogger(Surroundings.class);

    private final AutonomyPolicy policy;
    private final ScopedSettings settings;

    Surroundings(AutonomyPolicy policy, ScopedSettings settings) {
        this.policy = policy;
        this.settings = settings;
    }

    /** What an automation may do, and what counts where no rule says anything. */
    record Posture(AgentConfig config, PermissionMode mode) {}

    /**
     * Reads the settings that count for somebody.
     *
     * @param changes settings that are tried in their place
     */
    Posture of(Subject subject, Map<String, String> changes) {
        changes.keySet().stream().filter(key -> !KEYS.contains(key)).findFirst().ifPresent(key -> {
            throw new IllegalArgumentException("changes must be some of " + KEYS + ", got '" + key + "'");
        });
        Function<String, @Nullable String> said =
                key -> changes.containsKey(key) ? changes.get(key) : set(key, subject);
        String named = said.apply(PRESET);
        String mode = said.apply(MODE);
        AutonomyPreset preset = named == null ? AutonomyPreset.SAFE_AUTONOMY : choice(AutonomyPreset.class, named);
        AutonomyRequest request = new AutonomyRequest(
                preset,
                choices(ApprovalType.class, said.apply(APPROVE)),
                null,
                null,
                choices(Capability.class, said.apply(CAPABILITIES)));
        return new Posture(
                configure(request), mode == null ? Presets.mode(preset) : choice(PermissionMode.class, mode));
    }

    /** Null for what nobody set. */
    private @Nullable String set(String key, Subject subject) {
        ScopedSettings.Resolved resolved = settings.resolve(key, subject);
        return resolved.scope() == null ? null : resolved.value();
    }

    /** A policy gives nobody more than was set, or than the preset gives. */
    private AgentConfig configure(AutonomyRequest request) {
        AgentConfig said = asked(request);
        List<ApprovalType> auto =
                request.autoApprove() == null ? Presets.autoApprove(request.preset()) : request.autoApprove();
        List<Capability> able =
                request.capabilities() == null ? Presets.capabilities(request.preset()) : request.capabilities();
        return new AgentConfig(
                said.autonomousMode() && request.preset() != AutonomyPreset.MANUAL,
                said.autoApproveTypes().stream().filter(auto::contains).toList(),
                said.allowUserInput(),
                said.humanInputPolicy(),
                said.pauseForRequiredDecision(),
                said.requireWorktree(),
                said.capabilities().stream().filter(able::contains).toList(),
                said.layers());
    }

    /** Without a policy everything is done by hand. */
    private AgentConfig asked(AutonomyRequest request) {
        try {
            return policy.configure(request);
        } catch (RuntimeException e) {
            log.warn("Cannot ask the policy of autonomy; everything is asked meanwhile", e);
            List<Capability> able =
                    request.capabilities() == null ? Presets.capabilities(request.preset()) : request.capabilities();
            return new AgentConfig(false, List.of(), true, "inbox", true, true, able, List.of("no policy"));
        }
    }

    private static <E extends Enum<E>> @Nullable List<E> choices(Class<E> type, @Nullable String words) {
        return words == null
                ? null
                : Arrays.stream(words.split(",", -1))
                        .filter(word -> !word.isBlank())
                        .map(word -> choice(type, word))
                        .distinct()
                        .toList();
    }

    private static <E extends Enum<E>> E choice(Class<E> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equalsIgnoreCase(word.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Value must be one of "
                        + Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT) + ", got '" + word + "'"));
    }
}
