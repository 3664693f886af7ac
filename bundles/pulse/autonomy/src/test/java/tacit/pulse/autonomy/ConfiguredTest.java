package tacit.pulse.autonomy;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.pulse.autonomy.Given.act;
import static tacit.pulse.autonomy.Given.config;
import static tacit.pulse.autonomy.Given.with;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tacit.api.autonomy.AgentConfig;
import tacit.api.autonomy.ApprovalType;
import tacit.api.autonomy.AutonomyPreset;
import tacit.api.autonomy.AutonomyRequest;
import tacit.api.autonomy.Capability;
import tacit.api.autonomy.PermissionDecision;
import tacit.api.autonomy.PermissionEffect;
import tacit.api.autonomy.PermissionMode;
import tacit.pulse.guardrails.Presets;

class ConfiguredTest {

    private final LayeredPolicy policy = new LayeredPolicy();

    @Test
    void au01GivesTheDefaultsOfTheEdge() {
        AgentConfig config = config(AutonomyPreset.FOUNDER_EDGE);

        assertThat(config.autonomousMode()).isTrue();
        assertThat(config.autoApproveTypes()).containsExactly(ApprovalType.RUN_COMMAND);
        assertThat(config.allowUserInput()).isFalse();
        assertThat(config.humanInputPolicy()).isEqualTo("none");
        assertThat(config.pauseForRequiredDecision()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = ApprovalType.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"READ", "NOTIFY"})
    void au02AsksForEverythingByHand(ApprovalType type) {
        for (PermissionMode mode : PermissionMode.values()) {
            PermissionDecision said =
                    policy.decide(with(Given.able(AutonomyPreset.MANUAL, null), act(type, "command", "ls"), mode));

            assertThat(said.effect())
                    .as(mode.name())
                    .isEqualTo(
                            mode == PermissionMode.PLAN && type != ApprovalType.LOCATION
                                    ? PermissionEffect.DENY
                                    : PermissionEffect.ASK);
        }
    }

    @Test
    void readsAndTellsByHand() {
        AgentConfig manual = config(AutonomyPreset.MANUAL);

        assertThat(manual.autonomousMode()).isFalse();
        assertThat(manual.autoApproveTypes()).isEmpty();
        assertThat(manual.allowUserInput()).isTrue();
        assertThat(policy.decide(with(manual, act(ApprovalType.READ), PermissionMode.DEFAULT))
                        .effect())
                .isEqualTo(PermissionEffect.ALLOW);
    }

    @Test
    void au03TellsSafeAutonomyFromTheEdge() {
        AgentConfig safe = config(AutonomyPreset.SAFE_AUTONOMY);
        AgentConfig edge = config(AutonomyPreset.FOUNDER_EDGE);

        assertThat(safe.autoApproveTypes()).isEmpty();
        assertThat(safe.humanInputPolicy()).isEqualTo("inbox");
        assertThat(safe.pauseForRequiredDecision()).isTrue();
        assertThat(safe.capabilities()).doesNotContain(Capability.SHELL, Capability.EXTERNAL);
        assertThat(edge.capabilities()).contains(Capability.SHELL, Capability.EXTERNAL);
        assertThat(Presets.mode(AutonomyPreset.SAFE_AUTONOMY)).isEqualTo(PermissionMode.ACCEPT_EDITS);
        assertThat(Presets.mode(AutonomyPreset.FOUNDER_EDGE)).isEqualTo(PermissionMode.DANGEROUS_ONLY);
    }

    @ParameterizedTest
    @EnumSource(AutonomyPreset.class)
    void au04LeavesAnEmptyListEmpty(AutonomyPreset preset) {
        AgentConfig config = policy.configure(new AutonomyRequest(preset, List.of(), null, null, List.of()));

        assertThat(config.autoApproveTypes()).isEmpty();
        assertThat(config.capabilities()).isEmpty();
        assertThat(policy.decide(with(config, act(ApprovalType.READ), PermissionMode.BYPASS_PERMISSIONS)))
                .returns(PermissionEffect.DENY, PermissionDecision::effect)
                .returns("capability", PermissionDecision::posture);
    }

    @Test
    void au05LeadsQuestionsOfARoleToTheInbox() {
        AgentConfig config = policy.configure(new AutonomyRequest(AutonomyPreset.FOUNDER_EDGE, null, true, null, null));

        assertThat(config.allowUserInput()).isTrue();
        assertThat(config.humanInputPolicy()).isEqualTo("inbox");
        assertThat(config.pauseForRequiredDecision()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = ApprovalType.class,
            names = {
                "RUN_COMMAND",
                "EXTERNAL_SERVICE",
                "NETWORK_ACCESS",
                "COMPUTER_USE",
                "DELETE_FILE",
                "DELETE_MULTIPLE",
                "BULK_RENAME"
            })
    void au06TakesTheTypesThatARoleNames(ApprovalType type) {
        AgentConfig config = Given.able(AutonomyPreset.SAFE_AUTONOMY, List.of(type));

        assertThat(config.autoApproveTypes()).containsExactly(type);
        assertThat(policy.decide(with(config, act(type, "command", "make"), PermissionMode.DEFAULT)))
                .returns(PermissionEffect.ALLOW, PermissionDecision::effect)
                .returns("auto_approve", PermissionDecision::posture);
    }

    @ParameterizedTest
    @EnumSource(AutonomyPreset.class)
    void au07GivesNobodyWhatDestroysUnlessItIsNamed(AutonomyPreset preset) {
        AgentConfig config = config(preset);

        assertThat(config.capabilities()).doesNotContain(Capability.DELETE, Capability.COMPUTER);
        assertThat(policy.decide(with(config, act(ApprovalType.DELETE_FILE), PermissionMode.BYPASS_PERMISSIONS)))
                .returns(PermissionEffect.DENY, PermissionDecision::effect)
                .returns("capability.delete", PermissionDecision::rule);
    }

    @ParameterizedTest
    @EnumSource(AutonomyPreset.class)
    void au08LetsNoAutomationGoUnasked(AutonomyPreset preset) {
        assertThat(Presets.mode(preset)).isNotIn(PermissionMode.DONT_ASK, PermissionMode.BYPASS_PERMISSIONS);
    }

    @Test
    void saysWhichLayerSaidWhat() {
        AgentConfig config = policy.configure(
                new AutonomyRequest(AutonomyPreset.MANUAL, List.of(ApprovalType.WRITE), false, false, null));

        assertThat(config.layers())
                .containsExactly(
                        "preset manual",
                        "role autoApprove = [WRITE]",
                        "role allowUserInput = false",
                        "role requireWorktree = false");
        assertThat(config.requireWorktree()).isFalse();
        assertThat(config(AutonomyPreset.FOUNDER_EDGE).requireWorktree()).isTrue();
    }
}
