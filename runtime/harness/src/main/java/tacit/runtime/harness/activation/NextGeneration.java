package tacit.runtime.harness.activation;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tacit.api.generation.ActivationRequest;
import tacit.api.generation.ActivationStep;
import tacit.api.generation.Artifact;
import tacit.api.generation.Generation;
import tacit.api.trust.BundleFacts;
import tacit.runtime.harness.routing.DeclaredRole;
import tacit.runtime.harness.slot.StepFailure;

/** Makes of a request the generation that it asks for, or refuses it. */
final class NextGeneration {

    private final Bundles bundles;
    private final DeclaredRoles declared;

    NextGeneration(Bundles bundles, DeclaredRoles declared) {
        this.bundles = bundles;
        this.declared = declared;
    }

    /** @param base the generation that the request changes; empty before the first */
    Generation of(Optional<Generation> base, ActivationRequest request, long number, Instant now) throws Refused {
        SortedMap<String, Artifact> roles = roles(base, request);
        SortedMap<String, SortedMap<String, String>> settings = settings(base, roles, request);
        @Nullable Long parent = base.map(Generation::number).orElse(null);
        return new Generation(
                number, parent, now, request.by(), request.reason(), roles, settings, request.experimentId());
    }

    private SortedMap<String, Artifact> roles(Optional<Generation> base, ActivationRequest request) throws Refused {
        SortedMap<String, Artifact> roles = new TreeMap<>();
        base.ifPresent(generation -> roles.putAll(generation.roles()));
        for (String role : request.removed()) {
            if (roles.remove(role) == null || request.bundles().containsKey(role)) {
                throw new Refused(ActivationStep.READ, role, "role '" + role + "' is not there to be removed");
            }
        }
        for (Map.Entry<String, String> bundle : request.bundles().entrySet()) {
            roles.put(bundle.getKey(), artifact(bundle.getKey(), bundle.getValue()));
        }
        return roles;
    }

    private Artifact artifact(String role, String sha256) throws Refused {
        BundleFacts facts = bundles.facts(sha256, role);
        Artifact artifact = new Artifact(facts.symbolicName(), facts.version(), sha256);
        try {
            DeclaredRole known = declared.of(role);
            String type = facts.roles().get(role);
            if (type == null) {
                throw new StepFailure(artifact + " does not fill role '" + role + "'; it fills "
                        + String.join(", ", facts.roles().keySet()));
            }
            if (known != null && !known.type().getName().equals(type)) {
                throw new StepFailure(artifact + " fills role '" + role + "' with a " + type + " instead of a "
                        + known.type().getName());
            }
        } catch (StepFailure e) {
            throw new Refused(ActivationStep.TRUST, role, e.words());
        }
        return artifact;
    }

    private SortedMap<String, SortedMap<String, String>> settings(
            Optional<Generation> base, SortedMap<String, Artifact> roles, ActivationRequest request) throws Refused {
        SortedMap<String, SortedMap<String, String>> settings = new TreeMap<>();
        base.ifPresent(generation -> settings.putAll(generation.configurations()));
        SortedMap<String, BundleFacts> byPid = byPid(roles);
        settings.keySet().retainAll(byPid.keySet());
        for (Map.Entry<String, SortedMap<String, String>> entry :
                request.configurations().entrySet()) {
            if (!byPid.containsKey(entry.getKey())) {
                throw new Refused(
                        ActivationStep.SLOT,
                        entry.getKey(),
                        "no bundle of the generation has settings '" + entry.getKey() + "'; there are "
                                + String.join(", ", new TreeSet<>(byPid.keySet())));
            }
            settings.put(entry.getKey(), entry.getValue());
        }
        settings.values().removeIf(Map::isEmpty);
        check(settings, byPid);
        return settings;
    }

    private SortedMap<String, BundleFacts> byPid(SortedMap<String, Artifact> roles) throws Refused {
        SortedMap<String, BundleFacts> byPid = new TreeMap<>();
        for (Map.Entry<String, Artifact> role : roles.entrySet()) {
            BundleFacts facts = bundles.facts(role.getValue().sha256(), role.getKey());
            facts.pids().forEach(pid -> byPid.put(pid, facts));
        }
        return byPid;
    }

    private static void check(
            SortedMap<String, SortedMap<String, String>> settings, SortedMap<String, BundleFacts> byPid)
            throws Refused {
        for (Map.Entry<String, SortedMap<String, String>> entry : settings.entrySet()) {
            BundleFacts facts = byPid.get(entry.getKey());
            Optional<String> problem =
                    facts == null ? Optional.empty() : SettingRules.problem(facts, entry.getKey(), entry.getValue());
            if (problem.isPresent()) {
                throw new Refused(ActivationStep.SLOT, entry.getKey(), problem.get());
            }
        }
    }
}
