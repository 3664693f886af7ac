package tacit.learn.mine;

/** Knows what operators taught so far. Thread-safe. */
public interface Lessons {

    Taught of(String workspaceId);
}
