package tacit.learn.mine.facts;

import tacit.learn.mine.reading.AgentRun;

/** Finds one kind of facts in the run of one agent; later finders may build on earlier ones. Stateless. */
interface FactFinder {

    void find(AgentRun run, FactSheet sheet);
}
