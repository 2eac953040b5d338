// The schemas of what reports say as JSON, published with the tool (JSON Schema, draft 2020-12).

/// A schema by the name that the member `schema` begins with.
package enum ReportSchema: String, CaseIterable, Sendable {
  /// `dugnad-report:1`: every report.
  case report
  /// `dugnad-statistics:1`: `stats`.
  case stats

  /// The schema as text.
  package var text: String {
    switch self {
    case .report: String(decoding: PackageResources.report_1_json, as: UTF8.self)
    case .stats: String(decoding: PackageResources.stats_1_json, as: UTF8.self)
    }
  }
}
