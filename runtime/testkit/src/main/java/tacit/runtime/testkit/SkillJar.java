package tacit.runtime.testkit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.generation.Artifacts;
import tacit.api.trust.BundleFacts;
import tacit.api.trust.BundleTrust;
import tacit.api.trust.ComponentFacts;
import tacit.api.trust.Examination;

/** The jar of the bundle of skills, as it says of itself which settings it has. */
public final class SkillJar implements Artifacts, BundleTrust {

    public static final String HASH = "5".repeat(64);

    /** Role to the configuration of what fills it; all have the setting that names skills. */
    static final SortedMap<String, String> PIDS = new TreeMap<>(Map.of(
            "memory-source/skills", "tacit.adapt.skills.SkillFragments",
            "skills", "tacit.adapt.skills.VersionedSkills",
            "skill-folders", "tacit.adapt.skills.AgentSkillFolders"));

    /** Whether it is one of an earlier time, which has no such setting. */
    public boolean old;

    @Override
    public boolean contains(String sha256) {
        return sha256.equals(HASH);
    }

    @Override
    public byte[] read(String sha256) {
        return new byte[] {5};
    }

    @Override
    public Examination examine(byte[] jar, @Nullable String statement, Moment moment) {
        SortedMap<String, String> roles = new TreeMap<>();
        SortedMap<String, SortedMap<String, String>> settings = new TreeMap<>();
        PIDS.forEach((role, pid) -> {
            roles.put(role, "tacit.api.Role");
            settings.put(pid, new TreeMap<>(Map.of(old ? "other" : "offered", "String")));
        });
        List<ComponentFacts> components = PIDS.entrySet().stream()
                .map(part -> new ComponentFacts(
                        part.getValue(), part.getKey(), List.of(), List.of(), List.of(part.getValue())))
                .toList();
        return new Examination(
                HASH,
                new BundleFacts("tacit.adapt.skills", "1.0.0", roles, components, new TreeMap<>(), settings),
                List.of(),
                null);
    }

    @Override
    public String policy() {
        return "hash";
    }

    @Override
    public Optional<String> statement(String sha256) {
        return Optional.empty();
    }

    @Override
    public String put(byte[] jar) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void putStatement(String sha256, String statement) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Set<String> keepOnly(Set<String> needed) {
        throw new UnsupportedOperationException();
    }
}
