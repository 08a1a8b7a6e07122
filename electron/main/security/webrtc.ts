import type { WebContents } from 'electron'

/**
 * WebRTC needs no permission to open a channel, and neither the content policy nor the rules for names and requests hold it: a script could
 * send what it reads to any address by UDP. Without a proxy, and Fyr has none, this leaves it no way out.
 */
export function closeWebRtc(contents: Pick<WebContents, 'setWebRTCIPHandlingPolicy'>): void {
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}
