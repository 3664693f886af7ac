package tacit.adapt.learning;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.adapt.OfferedSkills;
import tacit.api.adapt.Skill;
import tacit.api.adapt.SkillOffers;
import tacit.api.adapt.Skills;
import tacit.api.experiment.HarnessChange;
import tacit.api.generation.ActivationReport;
import tacit.api.generation.ActivationRequest;
import tacit.api.generation.Artifact;
import tacit.api.generation.Artifacts;
import tacit.api.generation.Generation;
import tacit.api.generation.Generations;
import tacit.api.generation.StepResult;
import tacit.api.store.Scope;
import tacit.api.trust.BundleFacts;
import tacit.api.trust.BundleTrust;

/**
 * Reads which skills are offered from the settings of the bundle that shows skills to prompts, and makes generations with others.
 * All components of that bundle which show skills have the setting, and it is the same for all of them. Thread-safe.
 */
@Component
public final class GenerationOffers implements SkillOffers {

    private static final String ROLE = "memory-source/skills";
    private static final int MOST = 1000;

    private final Generations generations;
    private final Artifacts artifacts;
    private final BundleTrust trust;
    private final Skills skills;
    private final Object change = new Object();

    @Activate
    public GenerationOffers(
            @Reference(service = SoughtGenerations.class) Generations generations,
            @Reference Artifacts artifacts,
            @Reference BundleTrust trust,
            @Reference Skills skills) {
        this.generations = generations;
        this.artifacts = artifacts;
        this.trust = trust;
        this.skills = skills;
    }

    /** A generation, and the configurations of it that have the setting. */
    private record Place(Generation active, List<String> pids) {

        OfferedSkills value() {
            return OfferedSkills.read(active.configurations()
                    .getOrDefault(pids.get(0), Collections.emptySortedMap())
                    .getOrDefault(OfferedSkills.SETTING, ""));
        }

        HarnessChange to(OfferedSkills wanted) {
            SortedMap<String, SortedMap<String, String>> settings = new TreeMap<>();
            pids.forEach(pid -> settings.put(pid, new TreeMap<>(Map.of(OfferedSkills.SETTING, wanted.text()))));
            return new HarnessChange(new TreeMap<>(), settings);
        }
    }

    private Optional<Place> place() {
        return generations
                .active()
                .map(active -> new Place(active, pids(active.roles().get(ROLE))))
                .filter(place -> !place.pids().isEmpty());
    }

    private List<String> pids(@Nullable Artifact bundle) {
        if (bundle == null || !artifacts.contains(bundle.sha256())) {
            return List.of();
        }
        BundleFacts facts = trust.examine(
                        artifacts.read(bundle.sha256()),
                        artifacts.statement(bundle.sha256()).orElse(null),
                        BundleTrust.Moment.START)
                .facts();
        return facts == null
                ? List.of()
                : facts.settings().entrySet().stream()
                        .filter(pid -> pid.getValue().containsKey(OfferedSkills.SETTING))
                        .map(Map.Entry::getKey)
                        .toList();
    }

    @Override
    public boolean named() {
        return place().isPresent();
    }

    @Override
    public SortedMap<String, Integer> of(String workspaceId) {
        return place().flatMap(place -> place.value().of(workspaceId)).orElseGet(() -> active(workspaceId));
    }

    private SortedMap<String, Integer> active(String workspaceId) {
        SortedMap<String, Integer> versions = new TreeMap<>();
        for (Skill skill : skills.list(Scope.ofWorkspace(workspaceId), false, MOST)) {
            versions.put(skill.name(), skill.current().version());
        }
        return versions;
    }

    @Override
    public SortedMap<String, SortedMap<String, String>> settings(String workspaceId, Map<String, Integer> versions) {
        return place().map(place ->
                        place.to(place.value().with(workspaceId, versions)).configurations())
                .orElseGet(Collections::emptySortedMap);
    }

    @Override
    public Optional<String> hold(String workspaceId, String by) {
        synchronized (change) {
            boolean held = place().map(place -> place.value().of(workspaceId).isPresent())
                    .orElse(true);
            return held
                    ? Optional.empty()
                    : offer(workspaceId, active(workspaceId), by, "Names the skills that are offered as they are");
        }
    }

    @Override
    public Optional<String> offer(String workspaceId, Map<String, Integer> versions, String by, String reason) {
        synchronized (change) {
            Optional<Place> place = place();
            if (place.isEmpty() || place.get().value().of(workspaceId).equals(Optional.of(new TreeMap<>(versions)))) {
                return Optional.empty();
            }
            try {
                return activated(place.get(), place.get().value().with(workspaceId, versions), by, reason);
            } catch (IllegalArgumentException e) {
                return Optional.of(String.valueOf(e.getMessage()));
            }
        }
    }

    private Optional<String> activated(Place place, OfferedSkills wanted, String by, String reason) {
        ActivationReport report = generations.activate(new ActivationRequest(
                new TreeMap<>(), Set.of(), place.to(wanted).over(place.active().configurations()), by, reason, null));
        return report.failure().map(GenerationOffers::words);
    }

    private static String words(StepResult failed) {
        return "No generation could be made of it: " + failed.step() + " of '" + failed.subject() + "': "
                + failed.detail();
    }
}
