package tacit.api.memory;

import java.util.List;
import java.util.Objects;

/**
 * What a text says about things and how they are related, before any of it is stored. Immutable.
 *
 * @param entities the things that it names, each once
 * @param relations what it says plainly of two of them
 */
public record GraphFindings(List<FoundEntity> entities, List<FoundRelation> relations) {

    /**
     * A thing that a text names.
     *
     * @param type what it seems to be
     * @param name as it is usually written
     * @param lane where the words come from
     * @param evidence where it is named first
     */
    public record FoundEntity(String type, String name, TrustLane lane, Evidence evidence) {

        public FoundEntity {
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(lane, "lane");
            Objects.requireNonNull(evidence, "evidence");
        }
    }

    /**
     * A relation that a text states.
     *
     * @param from the name that it starts at, one of the things
     * @param type such as {@code uses}
     * @param to the name that it leads to, one of the things
     * @param lane where the words come from
     * @param evidence the statement
     */
    public record FoundRelation(String from, String type, String to, TrustLane lane, Evidence evidence) {

        public FoundRelation {
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(to, "to");
            Objects.requireNonNull(lane, "lane");
            Objects.requireNonNull(evidence, "evidence");
        }
    }

    public GraphFindings {
        entities = List.copyOf(entities);
        relations = List.copyOf(relations);
    }
}
