package tacit.learn.clusters;

/**
 * The decision to which family a kind of failure goes. Immutable.
 *
 * @param kind the failures that it is about
 * @param clusterId their family
 * @param similarity to the kind that leads the family, when it was decided
 * @param joinedBy as in {@link tacit.api.learn.ClusterMember}
 * @param leads whether other kinds are compared with this one
 */
record Route(Kind kind, String clusterId, double similarity, String joinedBy, boolean leads) {

    static final String SIGNATURE = "signature";
    static final String SIMILARITY = "similarity";
    static final String OPERATOR = "operator";
}
