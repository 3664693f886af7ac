package tacit.pulse.autonomy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tacit.api.autonomy.AgentConfig;
import tacit.api.autonomy.ApprovalType;
import tacit.api.autonomy.AutonomyPreset;
import tacit.api.autonomy.AutonomyRequest;
import tacit.api.autonomy.Capability;
import tacit.pulse.guardrails.Presets;

/** Puts what an automated task may do together from its layers; what a role leaves open comes from its preset. */
final class Configured {

    private static final String INBOX = "inbox";
    private static final String NONE = "none";

    private Configured() {}

    static AgentConfig of(AutonomyRequest request) {
        AutonomyPreset preset = request.preset();
        List<ApprovalType> auto = or(request.autoApprove(), Presets.autoApprove(preset));
        List<Capability> capabilities = or(request.capabilities(), Presets.capabilities(preset));
        boolean asks = Objects.requireNonNullElse(request.allowUserInput(), preset == AutonomyPreset.MANUAL);
        boolean inbox = asks || preset != AutonomyPreset.FOUNDER_EDGE;
        return new AgentConfig(
                preset != AutonomyPreset.MANUAL,
                auto.stream().distinct().toList(),
                asks,
                inbox ? INBOX : NONE,
                inbox,
                Objects.requireNonNullElse(request.requireWorktree(), true),
                capabilities.stream().distinct().sorted().toList(),
                layers(request));
    }

    private static <T> List<T> or(@Nullable List<T> said, List<T> usual) {
        return said == null ? usual : said;
    }

    private static List<String> layers(AutonomyRequest request) {
        List<String> layers = new ArrayList<>();
        layers.add("preset " + request.preset().name().toLowerCase(Locale.ROOT));
        add(layers, "autoApprove", request.autoApprove());
        add(layers, "allowUserInput", request.allowUserInput());
        add(layers, "requireWorktree", request.requireWorktree());
        add(layers, "capabilities", request.capabilities());
        return layers;
    }

    private static void add(List<String> layers, String name, @Nullable Object said) {
        if (said != null) {
            layers.add("role " + name + " = " + said);
        }
    }
}
