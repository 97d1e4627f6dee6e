// What the page says of states, and why.
import { both } from "./dom.js";

export const states = {
  valid: both("有效", "Valid"),
  revoked: both("已撤销", "Revoked"),
  expired: both("已过期", "Expired"),
  "not-yet": both("尚未生效", "Not in force yet"),
  mismatch: both("与登记不符", "Does not match the register"),
  unreadable: both("无法识别", "Cannot be recognised"),
  unverifiable: both("无法确认", "Cannot be confirmed now"),
};

const ask = both("请勿采信，并向出具机关核实。", "Do not rely on it; ask the authority that issued it.");
const again = both("这不表示结果有误。请检查网络后重试。", "That says nothing about the result. Check the network and try again.");

const differs = (zh, en) => ({ state: "mismatch", why: both(zh, en), then: ask });

const faults = {
  malformedURL: differs("二维码内容不完整或被改动。", "The code is incomplete or was changed."),
  locatorDiffers: differs("网址中的编号不属于这个二维码。", "The number in the address does not belong to this code."),
  malformedRecord: differs("二维码中的签名记录不符合格式。", "The signed record in the code is not as it must be."),
  wrongSignature: differs("签名无效：内容被改动或属伪造。", "The signature is wrong: the content was changed or forged."),
  malformedClaims: differs("已签名的内容不是结果记录。", "What is signed is not the record of a result."),
  notRegistered: differs("二维码中的记录与本站登记的记录不同。", "The record in the code is not the one registered here."),
  notLogged: differs("已签名，但不在公开日志中。", "It is signed, but it is not in the public log."),
  keyUnknown: differs("签发密钥不是本站登记的密钥。", "The issuing key is not one that is registered here."),
  keyOutsideItsTime: differs("签发日期不在签发密钥的有效期内。", "The date of issue is outside the issuing key's time."),
  keyRevoked: differs("签发时该密钥已被撤销。", "The issuing key had been revoked when this was issued."),
  fileDiffers: differs("存储的文件与签名记录不一致。", "The stored file is not the one that was signed for."),
  fileUnknown: differs("登记中没有这个文件：它不是在此签发的，或已被改动。", "The register has no such file: it was not issued here, or was changed."),
  keyRevokedLater: {
    state: "unverifiable", then: ask,
    why: both("签发密钥后来被撤销，签发日期无法证实。", "The issuing key was revoked later; the date of issue cannot be proved."),
  },
  newerReaderNeeded: {
    state: "unreadable", why: both("二维码的格式较新，本页还不能识别。", "The code has a newer format: a newer reader is needed."),
    then: both("这不表示结果无效。请刷新本页，或向出具机关核实。", "That does not make it invalid. Reload this page, or ask the authority that issued it."),
  },
  statusUnclear: {
    state: "unverifiable", then: again, mayRetry: true,
    why: both("未能核对撤销登记。", "Whether it was revoked could not be checked."),
  },
  network: {
    state: "unverifiable", why: both("未能取得核对所需的数据。", "What is needed for the check could not be fetched."),
    then: again, mayRetry: true,
  },
  insecure: {
    state: "unverifiable", maySend: true,
    why: both("本页不在安全连接（https）中，浏览器不提供核对所需的功能。", "This page is not on a secure connection (https); the browser then lacks what the check needs."),
    then: both("请改用 https 打开，或交由服务器解密。", "Open it with https, or let the server decrypt it."),
  },
};

/** What is said of a fault; one that nobody thought of is no verdict either. */
export const saidOf = (fault) => faults[fault.code] ?? { ...faults.network };
