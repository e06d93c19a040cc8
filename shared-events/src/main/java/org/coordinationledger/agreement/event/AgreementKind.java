package org.coordinationledger.agreement.event;

/** What kind of agreement it is. Stored by name: constants are never renamed. */
public enum AgreementKind {
    /** quy chế phối hợp */
    COORDINATION_RULES,
    /** chương trình phối hợp */
    COORDINATION_PROGRAMME
}
