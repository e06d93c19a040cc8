package org.coordinationledger.organisation.event;

/** What kind of body an organisation is. Stored by name: constants are never renamed. */
public enum OrganisationKind {
    /** A body of the centre: Politburo, Secretariat, Government, National Assembly and the like. */
    CENTRAL_BODY,
    /** tỉnh ủy; of a centrally run city also thành ủy */
    PROVINCIAL_PARTY_COMMITTEE,
    /** đảng ủy Bộ đội Biên phòng tỉnh, with its command */
    PROVINCIAL_BORDER_GUARD_COMMITTEE,
    /** bộ chỉ huy quân sự tỉnh */
    PROVINCIAL_MILITARY_COMMAND,
    /** ban chỉ huy Bộ đội Biên phòng, since 2025 under the provincial military command */
    BORDER_GUARD_COMMAND,
    /** huyện ủy, thị ủy, thành ủy, until 2025 */
    DISTRICT_PARTY_COMMITTEE,
    /** đảng ủy xã, phường, thị trấn, đặc khu; stands for its commune */
    COMMUNE_PARTY_COMMITTEE,
    /** đồn biên phòng, with its party committee */
    BORDER_POST,
    /** đội công tác of a post */
    WORKING_TEAM,
    /** trạm kiểm soát of a post */
    CONTROL_STATION,
    /** chi bộ of a hamlet; stands for its hamlet */
    CELL
}
