import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Tells a client that asks first (`Expect: 100-continue`, RFC 9110, 10.1.1) to send its file; curl
/// waits a second otherwise. One whose file is too large is told nothing here and gets its refusal
/// at once.
final class ContinueHandler: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundOut = HTTPResponsePart

  private let largestBody: Int

  init(largestBody: Int) { self.largestBody = largestBody }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    if case .head(let request) = unwrapInboundIn(data), isToContinue(request) {
      let interim = HTTPResponsePart.head(HTTPResponse(status: .continue))
      context.writeAndFlush(wrapOutboundOut(interim), promise: nil)
    }
    context.fireChannelRead(data)
  }

  private func isToContinue(_ request: HTTPRequest) -> Bool {
    let stated = request.headerFields[.contentLength].flatMap { Int($0) } ?? 0
    return request.headerFields[.expect]?.lowercased() == "100-continue" && stated <= largestBody
  }
}
